import type { Command } from './command.ts';
import type { CommandName } from './parse-arguments.ts';

/** Commands by name; each is loaded when it is called, so that `--help` and usage errors load nothing. */
export const commands: Readonly<Record<CommandName, Command>> = {
  build: async (...given) => (await import('./build.ts')).build(...given),
  check: async (...given) => (await import('./check.ts')).check(...given),
  audit: async (...given) => (await import('./audit.ts')).audit(...given),
  verify: async (...given) => (await import('./verify.ts')).verify(...given),
  readback: async (...given) => (await import('./readback.ts')).readback(...given),
  preview: async (...given) => (await import('./preview.ts')).preview(...given),
  doctor: async (...given) => (await import('./doctor.ts')).doctor(...given),
  schemas: async (...given) => (await import('./schemas.ts')).schemas(...given),
  seal: async (...given) => (await import('./seal.ts')).seal(...given),
  'new-region': async (...given) => (await import('./new-region.ts')).newRegion(...given),
};
