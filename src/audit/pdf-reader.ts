import type * as Pdf from 'pdfjs-dist';

type Library = typeof Pdf;

/**
 * The reader of finished PDFs, loaded once; worth loading while something else is waited for. Not the edition made for older
 * engines: that one replaces `JSON.stringify`, typed arrays and more for the whole process by slower ones of its own, and
 * loads a canvas nothing is drawn on. What Node 20 lacks of the other is added here.
 */
export function loadPdfReader(): Promise<Library['getDocument']> {
  return (reader ??= load());
}

let reader: Promise<Library['getDocument']> | undefined;

async function load(): Promise<Library['getDocument']> {
  addMissing();
  const warn = globalThis.console.warn.bind(globalThis.console);
  const isForNode = (text: unknown): boolean => String(text).includes('`legacy` build');
  globalThis.console.warn = (...texts) => {
    if (!isForNode(texts[0])) warn(...texts);
  };
  const hasMatrix = 'DOMMatrix' in globalThis;
  if (!hasMatrix) Object.assign(globalThis, { DOMMatrix: Matrix });
  try {
    const [{ getDocument }] = await Promise.all([
      // @ts-expect-error The package describes this file under another name.
      import('pdfjs-dist/build/pdf.min.mjs') as Promise<Library>,
      // Where this is loaded, no thread of its own is started.
      // @ts-expect-error The package describes no types of its worker.
      import('pdfjs-dist/build/pdf.worker.min.mjs'),
    ]);
    return getDocument;
  } finally {
    globalThis.console.warn = warn;
    if (!hasMatrix) Reflect.deleteProperty(globalThis, 'DOMMatrix');
  }
}

/** The library makes one on loading, for drawing; here nothing is drawn. */
function Matrix(): object {
  return {};
}

/** What newer engines bring themselves. */
function addMissing(): void {
  add(Promise, 'withResolvers', () => {
    let settle: object = {};
    const promise = new Promise((resolve, reject) => (settle = { resolve, reject }));
    return { promise, ...settle };
  });
  add(
    Promise,
    'try',
    (work: (...given: unknown[]) => unknown, ...given: unknown[]) =>
      new Promise((resolve) => {
        resolve(work(...given));
      }),
  );
  add(URL, 'parse', (url: string, base?: string) => (URL.canParse(url, base) ? new URL(url, base) : null));
  add(Uint8Array.prototype, 'toHex', function (this: Uint8Array) {
    return Buffer.from(this).toString('hex');
  });
  add(Map.prototype, 'getOrInsertComputed', function <
    Key,
    Value,
  >(this: Map<Key, Value>, key: Key, make: (key: Key) => Value) {
    if (!this.has(key)) this.set(key, make(key));
    return this.get(key);
  });
}

function add(owner: object, name: string, value: unknown): void {
  if (!(name in owner)) Object.defineProperty(owner, name, { value, configurable: true, writable: true });
}
