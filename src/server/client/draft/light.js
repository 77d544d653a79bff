/**
 * Light an element up for a moment. An animation leaves no mark on the element, so the next patch finds the page as it was sent.
 * For readers who want no motion the light goes on and off.
 *
 * @param {Element} element
 * @param {string} id Of the animation, for whoever wants to know why.
 */
export function light(element, id) {
  const isStill = element.ownerDocument.defaultView?.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const on = { backgroundColor: 'rgb(255 204 64 / 50%)', boxShadow: '0 0 0 3px rgb(255 204 64 / 50%)' };
  const off = { backgroundColor: 'transparent', boxShadow: '0 0 0 3px transparent' };
  const animation = element.animate(isStill === true ? [on, on] : [on, { ...on, offset: 0.4 }, off], {
    duration: 2500,
    easing: 'ease-out',
  });
  animation.id = id;
}
