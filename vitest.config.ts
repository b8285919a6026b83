import { defineConfig } from 'vitest/config'

const WITH_A_DATABASE = [
  'src/platform/**/*.test.ts',
  'src/features/*/server/**/*.test.ts',
  'src/app/*.test.ts',
  'test/faults/**/*.test.ts',
]

export default defineConfig({
  test: {
    // Each database test runs a PostgreSQL of its own, each journey a server and a browser.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'test/architecture/**/*.test.ts'],
          exclude: WITH_A_DATABASE,
          // Style sheets are emptied otherwise, and the contrast of the tokens is tested.
          css: { include: /tokens\.css/ },
        },
      },
      {
        test: {
          name: 'database',
          include: WITH_A_DATABASE,
          globalSetup: './test/postgres-server.ts',
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          globalSetup: './test/browser-and-screen.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
