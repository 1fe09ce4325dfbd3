import { defineConfig } from 'vitest/config';

/** SARIF conformance: needs the network for the SARIF Multitool, so it is no part of `npm test`. */
export default defineConfig({
  test: { include: ['test/conformance/**/*.conformance.ts'], testTimeout: 120_000, hookTimeout: 120_000 },
});
