import { asset } from './asset.ts';
import { documentFile } from './document.ts';
import { draft } from './draft.ts';
import { edit } from './edit.ts';
import { events } from './events.ts';
import { figure } from './figure.ts';
import { home } from './home.ts';
import { layout } from './layout.ts';
import { openFile } from './open-file.ts';
import { progress } from './progress.ts';
import { reports } from './reports.ts';
import type { Route } from './route.ts';
import { search } from './search.ts';
import { shell } from './shell.ts';
import { undo } from './undo.ts';

/** All that can be asked of the preview; a new question is a file here and a line in this list. */
export const routes: readonly Route[] = [
  home,
  asset,
  reports,
  openFile,
  shell,
  draft,
  events,
  search,
  figure,
  edit,
  undo,
  progress,
  layout,
  documentFile,
];
