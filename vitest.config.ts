import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    // Vitest leaves a processor free, but the longest files wait for a server most of the time.
    maxWorkers: '100%',
    // Without it vitest reads every style as an empty text.
    css: true,
  },
});
