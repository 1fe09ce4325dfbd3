import { defineConfig } from 'vitest/config';

/** Tests that measure time, which would measure what runs beside them. */
const TIMED = ['test/aws/audit.test.ts', 'test/reports/html.browser.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    // Without it vitest reads every style as an empty text.
    css: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: TIMED,
          // Vitest leaves a processor free, but the longest files wait for a server most of the time.
          maxWorkers: '100%',
        },
      },
      { extends: true, test: { name: 'alone', include: TIMED, maxWorkers: 1, sequence: { groupOrder: 1 } } },
    ],
  },
});
