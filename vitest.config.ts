import { defineConfig } from 'vitest/config'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: [
      // A whole portal and a browser: `npm run journeys`.
      ...(process.env.JOURNEYS === 'on' ? ['journeys/**/*.test.ts'] : []),

      'src/**/*.test.{ts,tsx}',
      'sandbox/**/*.test.ts',
      'conformance/**/*.test.ts',
      'bin/**/*.test.ts',
    ],
    globalSetup: ['src/app/testing/database.ts'],
    env: { LOG_LEVEL: 'silent', TZ: 'UTC' },
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
})
