import type { CheckResult } from './check/check.ts';
import type { Facts } from './derive/facts.ts';
import type { Diagnostics } from './diagnostics/diagnostic.ts';
import type { Host } from './host.ts';
import type { Request } from './load/index.ts';
import type { DocxOptions } from './render/docx/docx-options.ts';
import type { FormatId } from './render/formats.ts';
import type { Inputs } from './validate/index.ts';
import type { OlderEdition } from './write/older-edition.ts';

/** The stages by the names progress is shown under; `wait` for another process that writes the same folder. */
export type Stage =
  'load' | 'validate' | 'derive' | 'check' | 'compose' | 'draw' | 'render' | 'audit' | 'write' | 'wait';

/** What a run shares with whoever started it. */
export interface Run {
  readonly host: Host;
  readonly diagnostics: Diagnostics;
  /** Told when a stage begins. */
  readonly onStage: (stage: Stage) => void;
}

export interface BuildRequest extends Request {
  readonly formats: readonly FormatId[];
  /** Folder the report's own folder is made in. */
  readonly out: string;
  /** Refuse figures that are not confirmed. */
  readonly final: boolean;
  readonly docx?: DocxOptions;
  /** The edition to mark the changes from, in a DOCX beside the others. */
  readonly changesFrom?: OlderEdition | undefined;
}

/** A report checked but not yet composed. */
export interface Examined {
  readonly inputs: Inputs;
  readonly facts: Facts;
  readonly checks: readonly CheckResult[];
}
