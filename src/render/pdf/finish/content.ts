import { Transform } from './transform.ts';

/** What stands together in a page's content: marked content, one thing painted outside of any mark, or settings. */
export interface ContentPiece {
  /** Lines of the stream, marks left out. */
  readonly lines: readonly string[];
  /** Tag and properties as written (`/P <</MCID 7 >>`) and the number of marked content. */
  readonly mark?: { readonly begin: string; readonly id: number };
  readonly paints: boolean;
  /** Paints an image or a form, whose content is not looked into. */
  readonly paintsObject: boolean;
  /** Glyphs shown, as written; empty where there is no text. */
  readonly glyphs: string;
  /** Height of the baselines over the foot of the page, in points. */
  readonly baselines: readonly number[];
}

/**
 * Read a content stream as Chromium writes it: an operator a line, content of the structure tree never nested. Lines that are not
 * understood are settings.
 */
export function readContent(source: string): ContentPiece[] {
  const pieces: ContentPiece[] = [];
  const transform = new Transform();
  let open = piece();
  let path: string[] = [];
  let inText = false;
  let inner = 0;

  const close = (mark?: ContentPiece['mark']): void => {
    if (open.lines.length > 0 || open.mark) pieces.push(open);
    open = piece(mark);
  };
  for (const line of source.split('\n')) {
    if (line === '') continue;
    const operator = line.slice(line.lastIndexOf(' ') + 1);
    if (operator.endsWith('BDC') || operator === 'BMC') {
      const id = /\/MCID\s+(\d+)/.exec(line)?.[1];
      if (id !== undefined) {
        close({ begin: line.replace(/\s*BDC$/, ''), id: Number(id) });
        continue;
      }
      // What a single glyph stands for; it is part of what is around it.
      inner += 1;
    }
    if (operator === 'EMC') {
      if (inner === 0) {
        close();
        continue;
      }
      inner -= 1;
    }
    // A path is one thing: nothing may stand between its first point and its painting.
    if (construction.has(operator)) {
      path.push(line);
      continue;
    }
    const painted = painting.has(operator) && !inText;
    if ((painted || operator === 'BT') && !open.mark && !open.paints) close();
    open.lines.push(...path, line);
    path = [];
    if (operator === 'BT') inText = true;
    if (operator === 'Tm' && inText) open.baselines.push(transform.height(line));
    if (operator === 'Tj' || operator === 'TJ') open.glyphs += line.slice(0, -2);
    if (operator === 'ET') inText = false;
    transform.follow(operator, line);
    if (painted || operator === 'ET') {
      open.paints ||= painted || open.glyphs !== '';
      open.paintsObject ||= operator === 'Do';
      if (!open.mark) close();
    }
  }
  open.lines.push(...path);
  close();
  return pieces;
}

const construction: ReadonlySet<string> = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're']);
const painting: ReadonlySet<string> = new Set(['f', 'f*', 'F', 'S', 's', 'B', 'B*', 'b', 'b*', 'Do', 'sh']);

type OpenPiece = { -readonly [Key in keyof ContentPiece]: ContentPiece[Key] } & {
  lines: string[];
  baselines: number[];
};

function piece(mark?: ContentPiece['mark']): OpenPiece {
  return { lines: [], ...(mark && { mark }), paints: false, paintsObject: false, glyphs: '', baselines: [] };
}
