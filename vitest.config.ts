import { defineConfig } from 'vitest/config'

const PATIENCE = 240_000

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    env: { LOG_LEVEL: 'silent', TZ: 'UTC' },
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'suites',
          include: [
            'src/**/*.test.{ts,tsx}',
            'sandbox/**/*.test.ts',
            'conformance/**/*.test.ts',
            'bin/**/*.test.ts',
            'bench/**/*.test.ts',
          ],
          globalSetup: ['src/app/testing/database.ts'],
          setupFiles: ['src/app/testing/scratch.ts'],
          testTimeout: PATIENCE,
          hookTimeout: PATIENCE,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['journeys/**/*.test.ts'],
          globalSetup: ['journeys/build.ts'],
          setupFiles: ['src/app/testing/scratch.ts'],
          testTimeout: PATIENCE,
          hookTimeout: PATIENCE,
          // A whole portal each: after the suites.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
