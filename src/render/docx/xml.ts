import { escapeXml } from '../../document/escape-xml.ts';

/** An XML element as the package lint reads it: names with their prefixes, text of its own joined. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: Open[];
  text: string;
}

/** A part is not well-formed. */
export class XmlBroken extends Error {
  override readonly name = 'XmlBroken';
}

const token =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)([^\s/>]+)((?:\s+[^\s=>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g;
const attribute = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** No characters of XML, be they written or given by number; halves of a pair among them. */
const foreignCharacter = /[^\P{Cc}\t\n\r\u007F-\u009F]|[\uD800-\uDFFF\uFFFE\uFFFF]/u;

/** Elements in one another: documents have some thirty, and walks over deeper ones would run out of stack. */
const deepest = 500;

/**
 * Parse a part of an Open XML package: elements, attributes and text; no document types, which packages may not have.
 * Throws `XmlBroken` when elements do not nest, nest too deep, a character is none of XML's (XML 1.0, 2.2), or anything is left over.
 */
export function parseXml(xml: string): XmlElement {
  if (foreignCharacter.test(xml)) throw new XmlBroken('a character XML does not have');
  const root: Open = { name: '', attributes: {}, children: [], text: '' };
  const stack: Open[] = [root];
  let end = 0;
  for (const match of xml.matchAll(token)) {
    if (match.index !== end) throw new XmlBroken(`unreadable at ${end}: ${xml.slice(end, end + 40)}`);
    end = match.index + match[0].length;
    const [, closing, name, attributes = '', empty, text] = match;
    const parent = stack.at(-1) ?? root;
    if (text !== undefined) parent.text += decode(text);
    if (name === undefined) continue;
    if (closing === '/') {
      if (stack.length < 2 || parent.name !== name) throw new XmlBroken(`</${name}> closes <${parent.name}>`);
      stack.pop();
      continue;
    }
    const element: Open = { name, attributes: readAttributes(attributes), children: [], text: '' };
    parent.children.push(element);
    if (empty !== '/') stack.push(element);
    if (stack.length > deepest) throw new XmlBroken(`elements nested ${deepest} deep`);
  }
  const [element] = root.children;
  if (end !== xml.length || stack.length > 1 || !element) throw new XmlBroken('the part ends too early');
  return element;
}

/** The element and everything in it, in document order. */
export function* everyElement(element: XmlElement): Generator<XmlElement> {
  // A generator in a generator for each level would take ten times as long.
  const left = [element];
  for (let next = left.pop(); next; next = left.pop()) {
    yield next;
    for (let index = next.children.length - 1; index >= 0; index -= 1) {
      const child = next.children[index];
      if (child) left.push(child);
    }
  }
}

/** The first element of a name in or below an element. */
export function findElement(element: XmlElement, name: string): XmlElement | undefined {
  for (const found of everyElement(element)) if (found.name === name) return found;
  return undefined;
}

/** Every element of a name in or below an element, in document order. */
export function findElements(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  const look = (at: XmlElement): void => {
    if (at.name === name) found.push(at);
    at.children.forEach(look);
  };
  look(element);
  return found;
}

/** An element as `parseXml` would have read it. */
export function xmlElement(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly XmlElement[] = [],
  text = '',
): XmlElement {
  return { name, attributes, children, text };
}

/**
 * The part an element was read from, or an equal one: names, prefixes and the order of attributes as they were, text escaped. An
 * element has text or children: white space between elements, which means nothing in these parts, is left out.
 */
export function serializeXml(root: XmlElement): string {
  const pieces = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'];
  const write = ({ name, attributes, children, text }: XmlElement): void => {
    const head = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
    pieces.push('<', name, ...head);
    if (children.length === 0 && text === '') {
      pieces.push('/>');
      return;
    }
    pieces.push('>');
    if (children.length === 0 || text.trim() !== '') pieces.push(escaped(text));
    for (const child of children) write(child);
    pieces.push('</', name, '>');
  };
  write(root);
  return pieces.join('');
}

/** Line breaks and tabs by number: a reader would make blanks of them in an attribute. */
function escaped(text: string): string {
  return escapeXml(text).replace(/[\t\n\r]/g, (found) => `&#${String(found.charCodeAt(0))};`);
}

function readAttributes(source: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name, double, single] of source.matchAll(attribute)) {
    if (name !== undefined) attributes[name] = decode(double ?? single ?? '');
  }
  return attributes;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(text: string): string {
  return text.replace(/&(#x?[0-9a-fA-F]+|\w+);/g, (all, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? all;
    const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    const character = code > 0x10ffff ? '\uFFFF' : String.fromCodePoint(code);
    if (foreignCharacter.test(character)) throw new XmlBroken(`${all} is no character`);
    return character;
  });
}
