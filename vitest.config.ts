import { defineConfig } from 'vitest/config'

const opensWindows = ['tests/e2e/**/*.test.ts', 'tests/platform/{package,start}.test.ts']

/**
 * Two projects. `unit`: pure functions and Node services, in threads. `e2e`: whatever opens windows (the
 * app and its package), one file after the other, on the built dist and on displays that start with the run.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      // Not a test: takes the README's pictures from the running app (`npm run pictures`).
      { test: { name: 'pictures', include: ['tests/pictures/*.pictures.ts'], pool: 'forks' } },
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: opensWindows,
          setupFiles: ['tests/support/propertySetup.ts'],
          pool: 'threads',
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: opensWindows,
          globalSetup: ['tests/support/e2eSetup.ts'],
          pool: 'forks',
          fileParallelism: false,
          // A window that does not come up on a busy machine is tried once more.
          retry: process.env.CI === 'true' ? 1 : 0,
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
