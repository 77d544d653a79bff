import { make } from '../element.js';

/**
 * Something found; see `Found` in ../../search/search.ts.
 *
 * @typedef {{ type: 'figure', key: string, name: string, text: string, time: string, standing: string, places: readonly string[], more: number }
 *   | { type: 'heading', id: string, text: string }} Found
 */

/**
 * @param {Found} hit
 * @param {number} index
 * @param {typeof import('./words.js').words['zh']} words
 */
export function resultItem(hit, index, words) {
  const item = make('li', 'hit');
  item.id = `found-${String(index)}`;
  item.setAttribute('role', 'option');
  if (hit.type === 'heading') {
    item.append(make('span', 'hit-name', hit.text), make('span', 'hit-time', words.heading));
    return item;
  }
  const { key, name, text, time, standing, places, more } = hit;
  const where = places.length > 0 ? `${places.join(words.separator)}${words.more(more)}` : words.unprinted;
  item.append(
    make('span', 'hit-name', name),
    make('span', 'hit-value', text),
    make('span', 'hit-time', [time, standing].filter(Boolean).join(' ')),
    make('span', 'hit-where', where),
    make('code', 'hit-key', key.split('/').slice(2).join('/')),
  );
  return item;
}
