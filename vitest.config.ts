import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Without `css` vitest reads every style as an empty text.
  test: { include: ['test/**/*.test.ts'], testTimeout: 30_000, css: true },
});
