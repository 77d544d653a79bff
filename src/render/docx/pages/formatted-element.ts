import type { IXmlableObject } from 'docx';

/** An element as the library formats it before it is written: one key, its name; attributes are among the children. */
export interface FormattedElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly children: readonly (FormattedElement | string)[];
}

const none = {};

/** Read what the library formatted, as far as its elements go. */
export function readFormatted(formatted: IXmlableObject): FormattedElement {
  const name = Object.keys(formatted)[0] ?? '';
  const content: unknown = formatted[name];
  let attributes: Readonly<Record<string, unknown>> = none;
  const children: (FormattedElement | string)[] = [];
  for (const child of (Array.isArray(content) ? content : [content]) as unknown[]) {
    if (typeof child === 'string') children.push(child);
    else if (typeof child === 'object' && child !== null) {
      if ('_attr' in child) attributes = child._attr as typeof attributes;
      else if (Object.keys(child).length > 0) children.push(readFormatted(child));
    }
  }
  return { name, attributes, children };
}

/** Children that are elements, of one name where it is given. */
export function elementsOf(element: FormattedElement | undefined, name?: string): FormattedElement[] {
  return (element?.children ?? []).filter(
    (child): child is FormattedElement =>
      typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** The first child of a name. */
export function childOf(element: FormattedElement | undefined, name: string): FormattedElement | undefined {
  return elementsOf(element, name)[0];
}

/** An attribute as a number; undefined where it is not one. */
export function numberOf(element: FormattedElement | undefined, attribute: string): number | undefined {
  const value = element?.attributes[attribute];
  const number = value === undefined ? NaN : Number(value);
  return Number.isNaN(number) ? undefined : number;
}

/** The `w:val` of a child; undefined where there is none. */
export function valueOf(element: FormattedElement | undefined, name: string): string | undefined {
  const value = childOf(element, name)?.attributes['w:val'];
  return typeof value === 'object' || value === undefined
    ? undefined
    : `${value as string | number | boolean}`;
}

/** Whether a property stands and is not switched off. */
export function isOn(element: FormattedElement | undefined, name: string): boolean {
  const value = valueOf(element, name);
  return childOf(element, name) !== undefined && value !== 'false' && value !== '0';
}

/** What stands in a container, content controls opened. */
export function opened(container: FormattedElement): FormattedElement[] {
  return elementsOf(container).flatMap((element) =>
    element.name === 'w:sdt' ? opened(childOf(element, 'w:sdtContent') ?? element) : [element],
  );
}
