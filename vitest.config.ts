import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/shared-builds.setup.ts'],
    pool: 'threads',
    // The program keeps no state between runs but what it has read and parsed, and tests change files on disk only.
    isolate: false,
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
