import { make } from '../element.js';
import { recall, remember } from './memory.js';

const [least, most, usual, step] = [300, 720, 400, 20];

/**
 * The edge by which a box at the right is made wider, with the pointer or the arrow keys; the width is kept from visit
 * to visit.
 *
 * @param {HTMLElement} box
 * @param {string} label
 */
export function resizeHandle(box, label) {
  const handle = make('div', 'resize');
  handle.tabIndex = 0;
  handle.setAttribute('role', 'separator');
  handle.setAttribute('aria-orientation', 'vertical');
  handle.setAttribute('aria-label', label);
  handle.setAttribute('aria-valuemin', String(least));
  handle.setAttribute('aria-valuemax', String(most));
  let width = usual;
  /** @param {number} wanted */
  const set = (wanted) => {
    width = Math.round(Math.min(most, Math.max(least, wanted)));
    box.style.setProperty('--side-width', `${String(width)}px`);
    handle.setAttribute('aria-valuenow', String(width));
  };
  const keep = () => {
    remember('side-width', String(width));
  };
  set(Number(recall('side-width')) || usual);

  handle.addEventListener('keydown', (event) => {
    const wanted = { ArrowLeft: width + step, ArrowRight: width - step, Home: most, End: least }[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    set(wanted);
    keep();
  });
  handle.addEventListener('dblclick', () => {
    set(usual);
    keep();
  });
  // Captured, the pointer is not lost to the draft's frame.
  handle.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    handle.setPointerCapture(event.pointerId);
  });
  handle.addEventListener('pointermove', (event) => {
    if (handle.hasPointerCapture(event.pointerId)) set(document.documentElement.clientWidth - event.clientX);
  });
  handle.addEventListener('lostpointercapture', keep);
  return handle;
}
