/**
 * Make `current` like `next`, touching only what differs: what stays keeps its scroll position, focus, selection and
 * whether it is unfolded. Nodes may be moved out of `next`.
 *
 * @param {Element} current
 * @param {Element} next
 * @param {(element: Element) => void} [onChange] Told of elements in which text or elements have changed.
 */
export function patchNode(current, next, onChange = () => undefined) {
  patchAttributes(current, next);
  const old = [...current.childNodes];
  const fresh = [...next.childNodes];
  // Equal nodes at both ends stay; what was put in, taken out or changed lies between them.
  while (isSame(old.at(0), fresh.at(0))) {
    old.shift();
    fresh.shift();
  }
  /** @type {ChildNode | null} */
  let behind = null;
  while (isSame(old.at(-1), fresh.at(-1))) {
    behind = old.pop() ?? behind;
    fresh.pop();
  }
  for (const [index, node] of fresh.entries()) {
    const counterpart = old[index];
    if (counterpart === undefined) {
      current.insertBefore(node, behind);
      onChange(isElement(node) ? node : current);
    } else patchChild(counterpart, node, onChange);
  }
  const surplus = old.slice(fresh.length);
  for (const node of surplus) node.remove();
  if (surplus.length > 0) onChange(current);
}

/**
 * @param {ChildNode | undefined} current
 * @param {ChildNode | undefined} next
 */
function isSame(current, next) {
  return current !== undefined && next !== undefined && current.isEqualNode(next);
}

/**
 * @param {ChildNode} current
 * @param {ChildNode} next
 * @param {(element: Element) => void} onChange
 */
function patchChild(current, next, onChange) {
  if (isElement(current) && isElement(next) && isAlike(current, next)) patchNode(current, next, onChange);
  else if (isText(current) && isText(next)) {
    patchText(current, next.data);
    if (current.parentElement) onChange(current.parentElement);
  } else {
    current.replaceWith(next);
    const changed = isElement(next) ? next : next.parentElement;
    if (changed) onChange(changed);
  }
}

/**
 * Replace only the characters that differ: a selection before or behind them stays.
 *
 * @param {Text} current
 * @param {string} text
 */
function patchText(current, text) {
  const { data } = current;
  const shorter = Math.min(data.length, text.length);
  let start = 0;
  while (start < shorter && data[start] === text[start]) start += 1;
  let end = 0;
  while (end < shorter - start && data[data.length - 1 - end] === text[text.length - 1 - end]) end += 1;
  current.replaceData(start, data.length - start - end, text.slice(start, text.length - end));
}

/**
 * Whether one element may become the other: a section does not become its neighbour.
 *
 * @param {Element} current
 * @param {Element} next
 */
function isAlike(current, next) {
  return (
    current.nodeName === next.nodeName && current.namespaceURI === next.namespaceURI && current.id === next.id
  );
}

/**
 * @param {Element} current
 * @param {Element} next
 */
function patchAttributes(current, next) {
  // What the reader has unfolded stays so.
  const isReaders = (/** @type {string} */ name) => name === 'open' && current.nodeName === 'DETAILS';
  for (const { name } of [...current.attributes])
    if (!next.hasAttribute(name) && !isReaders(name)) current.removeAttribute(name);
  for (const { name, value, namespaceURI } of next.attributes) {
    if (current.getAttribute(name) !== value) current.setAttributeNS(namespaceURI, name, value);
  }
}

/**
 * Nodes are of the frame they stand in, whose `Element` is not this one.
 *
 * @param {Node} node
 * @returns {node is Element}
 */
function isElement(node) {
  return node.nodeType === Node.ELEMENT_NODE;
}

/**
 * @param {Node} node
 * @returns {node is Text}
 */
function isText(node) {
  return node.nodeType === Node.TEXT_NODE;
}
