import { make } from '../element.js';

/**
 * The places a figure is printed in, each a button that leads there.
 *
 * @param {readonly import('./occurrences.js').Occurrence[]} places
 * @param {HTMLElement | undefined} current
 * @param {(element: HTMLElement) => void} goTo
 * @param {import('./words.js').Words} words
 */
export function placesView(places, current, goTo, words) {
  const list = make('ol', 'places');
  for (const { element, where, before, after } of places) {
    const button = make(
      'button',
      'occurrence',
      make('span', 'where', where === '' ? words.front : where),
      make('span', 'words', before, make('strong', '', element.textContent), after),
    );
    if (element === current) button.setAttribute('aria-current', 'true');
    button.addEventListener('click', () => {
      goTo(element);
      for (const other of list.querySelectorAll('[aria-current]')) other.removeAttribute('aria-current');
      button.setAttribute('aria-current', 'true');
    });
    list.append(make('li', '', button));
  }
  const title = places.length === 0 ? words.notPrinted : words.places(places.length);
  return make('section', 'printed-places', make('h3', '', title), list);
}
