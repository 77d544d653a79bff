import type { Host } from '../host.ts';
import type { Asset } from './assets.ts';
import type { EditHistory } from './edit/edit-history.ts';
import type { Documents } from './documents/documents.ts';
import type { Launcher } from './launch.ts';
import type { Reach } from './reach.ts';
import type { Sessions } from './sessions.ts';

/** What all routes of a running preview share. */
export interface PreviewContext {
  readonly host: Host;
  /** Of the interface, where an address does not name another. */
  readonly language: 'zh' | 'en';
  /** Known to the preview's own pages and to nobody else. */
  readonly token: string;
  readonly reach: Reach;
  /** Nothing may be written. */
  readonly readOnly: boolean;
  /** Address of the report the preview was started for. */
  readonly home: string;
  readonly assets: ReadonlyMap<string, Asset>;
  readonly sessions: Sessions;
  /** What was changed from here, for undoing it. */
  readonly edits: EditHistory;
  readonly documents: Documents;
  readonly launcher: Launcher;
}
