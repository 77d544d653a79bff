import { asset } from './asset.ts';
import { draft } from './draft.ts';
import { events } from './events.ts';
import { home } from './home.ts';
import { reports } from './reports.ts';
import type { Route } from './route.ts';
import { search } from './search.ts';
import { shell } from './shell.ts';

/** All that can be asked of the preview; a new question is a file here and a line in this list. */
export const routes: readonly Route[] = [home, asset, reports, shell, draft, events, search];
