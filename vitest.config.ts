import { defineConfig } from 'vitest/config'

/**
 * Two projects. `unit`: pure functions and Node services, in threads. `e2e`: whatever opens windows or
 * takes the whole machine (the app, its package, compiler and linter), one file after the other, on
 * displays that start with the run.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**', 'tests/platform/**'],
          pool: 'threads',
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/platform/**/*.test.ts', 'tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/support/e2eSetup.ts'],
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
