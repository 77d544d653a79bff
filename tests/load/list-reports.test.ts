import { expect, it } from 'vitest';
import { hasReportSection } from '../../src/load/has-report-section.ts';

it.each([
  ['report:\n  kind: plan\n', true],
  ['\uFEFF# comment\r\nreport: { kind: plan }\r\n', true],
  ['sources: [a]\nreport : {}\n', true],
  ['{ sources: [a], report: {} }', true],
  ['"report": {}\n', true],
  ['? report\n: {}\n', true],
  ['  sources: [a]\n  report: {}\n', true],
  ['---\nreport: {}\n', true],
  // Nobody can parse it, and making its report is what says so.
  ['report: [', true],
  ['{', true],
  ['sources: [a]\ncreation:\n  report: 1\n', false],
  ['sources: [a]\nnote: |\n  report:\n', false],
  ['reports: {}\n', false],
  ['# report: {}\nsources: [a]\n', false],
  ['', false],
])('%j has a report section: %s', (text, expected) => {
  expect(hasReportSection(text)).toBe(expected);
});
