import { make } from '../element.js';

/** @typedef {import('./page-stack.js').PageStack} PageStack */

/** Zooms offered by name, besides those the buttons go through. */
const offered = [0.5, 0.75, 1, 1.25, 1.5, 2];

/**
 * Page number and zoom. Call `update` when the stack has moved.
 *
 * @param {PageStack} stack
 * @param {import('./words.js').Words} words
 */
export function toolbar(stack, words) {
  const previous = button('previous', '‹', words.previous, () => {
    stack.goTo(stack.current - 1);
  });
  const next = button('next', '›', words.next, () => {
    stack.goTo(stack.current + 1);
  });
  const field = make('input', 'page-field');
  field.inputMode = 'numeric';
  field.setAttribute('aria-label', words.page);
  const count = make('span', 'page-count');
  field.addEventListener('change', () => {
    stack.goTo(Number.parseInt(field.value.normalize('NFKC'), 10) || stack.current);
    update();
  });
  field.addEventListener('focus', () => {
    field.select();
  });
  const smaller = button('smaller', '−', words.smaller, () => {
    stack.zoomBy(-1);
  });
  const larger = button('larger', '+', words.larger, () => {
    stack.zoomBy(1);
  });
  const zoom = make('select', 'zoom');
  zoom.setAttribute('aria-label', words.zoom);
  const own = new Option();
  zoom.append(
    new Option(words.fitWidth, 'width'),
    new Option(words.fitPage, 'page'),
    ...offered.map((step) => new Option(percent(step), String(step))),
    own,
  );
  zoom.addEventListener('change', () => {
    const { value } = zoom;
    stack.zoomTo(value === 'width' || value === 'page' ? value : Number(value));
  });
  const element = make('div', 'page-tools', previous, field, count, next, smaller, zoom, larger);
  element.setAttribute('role', 'group');
  element.setAttribute('aria-label', words.tools);

  function update() {
    const { current, pages } = stack;
    if (document.activeElement !== field) field.value = pages === 0 ? '' : String(current);
    count.textContent = words.of(pages);
    previous.disabled = current <= 1;
    next.disabled = current >= pages;
    const isOwn = typeof stack.zoom === 'number' && !offered.includes(stack.zoom);
    own.hidden = !isOwn;
    own.value = isOwn ? String(stack.zoom) : '';
    own.text = percent(stack.magnification);
    zoom.value = String(stack.zoom);
  }
  return { element, update };
}

/** @param {number} step */
const percent = (step) => `${String(Math.round(step * 100))}%`;

/**
 * @param {string} part
 * @param {string} sign
 * @param {string} name
 * @param {() => void} run
 */
function button(part, sign, name, run) {
  const element = make('button', part, sign);
  element.setAttribute('aria-label', name);
  element.title = name;
  element.addEventListener('click', run);
  return element;
}
