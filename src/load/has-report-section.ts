import { Diagnostics } from '../diagnostics/diagnostic.ts';
import { parseYaml } from './yaml-file.ts';

/** The key as everybody writes it; inside anything else it would be indented. */
const plainKey = /^report[ \t]*:(?=\s|$)/m;

/** Another key as everybody writes it: where one is not indented, none of its mapping is. */
const otherKey = /^[A-Za-z_][\w-]*[ \t]*:(?=\s|$)/m;

/** What can put the key somewhere else in the file, or make it look different. */
const unusual = /^(?:---|\.\.\.|[{?&!*"'])/m;

/**
 * Whether the text of a data file has a `report` section; a text nobody can parse may have one, so that making its report shows
 * what is wrong with it. A hundred files are looked through in the time it takes to parse one: only what is written in an
 * unusual way is parsed.
 */
export function hasReportSection(text: string): boolean {
  const body = text.replace(/^\uFEFF/, '');
  if (!unusual.test(body)) {
    if (plainKey.test(body)) return true;
    if (otherKey.test(body)) return false;
  }
  const file = parseYaml(body, '', new Diagnostics());
  if (!file) return true;
  return typeof file.value === 'object' && file.value !== null && 'report' in file.value;
}
