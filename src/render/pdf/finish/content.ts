import { Transform } from './transform.ts';

/** What stands together in a page's content: marked content, a text or drawing outside of any mark, or settings. */
export interface ContentPiece {
  /** Lines of the stream, marks left out; ends with the end of a line. */
  readonly text: string;
  /** Tag and properties as written (`/P <</MCID 7 >>`) and the number of marked content. */
  readonly mark: { readonly begin: string; readonly id: number } | undefined;
  readonly paints: boolean;
  /** Paints an image or a form, whose content is not looked into. */
  readonly paintsObject: boolean;
  /** Glyphs shown, as written; empty where there is no text. */
  readonly glyphs: string;
  /** Height of the baselines over the foot of the page, in points. */
  readonly baselines: readonly number[];
}

/**
 * Read a content stream as Chromium writes it: an operator a line, content of the structure tree never nested. Lines that
 * are not understood are settings.
 */
export function readContent(source: string): ContentPiece[] {
  const pieces: ContentPiece[] = [];
  const transform = new Transform();
  let open = piece(0);
  let path: number | undefined;
  let inText = false;
  let inner = 0;

  /** End the open piece where the next thing begins, which may be behind the line of a mark. */
  const close = (end: number, next: number, mark?: ContentPiece['mark']): void => {
    if (end > open.from || open.mark) {
      open.text = source.slice(open.from, end);
      pieces.push(open);
    }
    open = piece(next, mark);
  };
  for (let start = 0, end = 0; start < source.length; start = end + 1) {
    const newline = source.indexOf('\n', start);
    end = newline < 0 ? source.length : newline;
    const operator = source.slice(Math.max(start, source.lastIndexOf(' ', end - 1) + 1), end);
    // A path is one thing: nothing may stand between its first point and its painting.
    if (construction.has(operator)) {
      path ??= start;
      continue;
    }
    const line = source.slice(start, end);
    if (operator.endsWith('BDC') || operator === 'BMC') {
      const id = /\/MCID\s+(\d+)/.exec(line)?.[1];
      if (id !== undefined) {
        close(start, end + 1, { begin: line.replace(/\s*BDC$/, ''), id: Number(id) });
        continue;
      }
      // What a single glyph stands for; it is part of what is around it.
      inner += 1;
    }
    if (operator === 'EMC' && inner === 0) {
      close(start, end + 1);
      continue;
    }
    if (operator === 'EMC') inner -= 1;
    const painted = painting.has(operator) && !inText;
    if ((operator === 'BT' || (painted && !open.paints)) && !open.mark) close(path ?? start, path ?? start);
    path = undefined;
    if (operator === 'BT') inText = true;
    if (operator === 'Tm' && inText) open.baselines.push(transform.height(line));
    if (operator === 'Tj' || operator === 'TJ') open.glyphs += line.slice(0, -2);
    if (operator === 'ET') inText = false;
    transform.follow(operator, line);
    if (painted || operator === 'ET') {
      open.paints ||= painted || open.glyphs !== '';
      open.paintsObject ||= operator === 'Do';
      if (operator === 'ET' && !open.mark) close(end + 1, end + 1);
    }
  }
  close(source.length, source.length);
  return pieces;
}

const construction: ReadonlySet<string> = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're']);
const painting: ReadonlySet<string> = new Set(['f', 'f*', 'F', 'S', 's', 'B', 'B*', 'b', 'b*', 'Do', 'sh']);

type OpenPiece = { -readonly [Key in keyof ContentPiece]: ContentPiece[Key] } & {
  readonly from: number;
  readonly baselines: number[];
};

function piece(from: number, mark?: ContentPiece['mark']): OpenPiece {
  return { from, text: '', mark, paints: false, paintsObject: false, glyphs: '', baselines: [] };
}
