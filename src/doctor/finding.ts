import type { Host } from '../host.ts';

export type Words = Readonly<Record<'zh' | 'en', string>>;

/** One line of the doctor: what a machine has, or lacks and how to get it. */
export interface Finding {
  /** Stable, for scripts: `browser`, `folder.out`. */
  readonly id: string;
  /** With a `failure` no build can work; with a `warning` builds work, but something else does not, or not well. */
  readonly state: 'ok' | 'warning' | 'failure';
  readonly says: Words;
  readonly todo?: Words;
  /** The same for programs: versions, paths, bytes. */
  readonly facts?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

/** What probes look at. */
export interface Patient {
  readonly host: Host;
  /** Folder reports are written to. */
  readonly out: string;
  /** Theme reports are set in; with what is wrong with others builds work. */
  readonly theme: string;
}

/** Looks at one side of the machine. May throw: that is a finding, too. */
export type Probe = (patient: Patient) => Promise<Finding[]>;
