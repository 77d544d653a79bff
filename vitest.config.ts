import { defineConfig } from 'vitest/config';
import { bePatient } from './bin/be-patient.js';
import { TestOrder } from './tests/test-order.ts';

// As in a build: an eighth less for the processor.
bePatient();

export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/shared-builds.setup.ts'],
    pool: 'threads',
    // The program keeps no state between runs but what it has read and parsed, and tests change files on disk only.
    isolate: false,
    maxWorkers: 2,
    sequence: { sequencer: TestOrder },
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
