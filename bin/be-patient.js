import { setFlagsFromString } from 'node:v8';

/**
 * How long a function runs before the engine optimises it, seven times the usual; the name of that changed with version 12. Most of a build
 * runs too seldom to pay for it, and who optimises takes the second core from the thread that makes the DOCX. WebAssembly, which cuts the
 * fonts, is not optimised at all.
 */
export function bePatient() {
  const before12 = Number.parseInt(process.versions.v8, 10) < 12;
  setFlagsFromString(before12 ? '--interrupt-budget=500000' : '--invocation-count-for-turbofan=20000');
  setFlagsFromString('--liftoff-only');
}
