/**
 * Make `current` like `next`, touching only what differs: what stays keeps its scroll position, focus and selection.
 * Nodes may be moved out of `next`.
 *
 * @param {Element} current
 * @param {Element} next
 */
export function patchNode(current, next) {
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
    if (counterpart === undefined) current.insertBefore(node, behind);
    else patchChild(counterpart, node);
  }
  for (const surplus of old.slice(fresh.length)) surplus.remove();
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
 */
function patchChild(current, next) {
  if (isElement(current) && isElement(next) && isAlike(current, next)) patchNode(current, next);
  else if (isText(current) && isText(next)) current.data = next.data;
  else current.replaceWith(next);
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
  for (const { name } of [...current.attributes]) if (!next.hasAttribute(name)) current.removeAttribute(name);
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
