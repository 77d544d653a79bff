/** Characters no line of Chinese begins or ends with: Word's own lists for simplified Chinese. */
const noLineStart = new Set(
  '!%),.:;?]}¢°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠',
);
const noLineEnd = new Set('$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥');
const dashes = new Set('-‐–—');
const glue = new Set('\u00A0\u2007\u202F\u2060\uFEFF');
const eastAsian =
  /[\u2E80-\u2FFF\u3000-\u30FF\u3130-\u318F\u31C0-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF\p{Script=Han}]/u;

const noCharacter: MeasuredCharacter = { text: '', width: 0 };

/** Twips a line may be too long. */
const tolerance = 0.2;

/** What Word squeezes the spaces of a justified line by at most, and how much wider they would be without the word. */
const squeeze = { most: 0.25, stretch: 2.015 };

/** One character of a paragraph with the room it takes, in twips. */
export interface MeasuredCharacter {
  readonly text: string;
  readonly width: number;
}

/** The room of a paragraph's lines in twips, and whether spaces are made narrower to take one more word. */
export interface LineRoom {
  readonly first: number;
  readonly others: number;
  readonly isJustified: boolean;
}

/** Whether a line may end between two characters that are no blanks. */
function breaksBetween(before: string, after: string): boolean {
  if (glue.has(before) || glue.has(after)) return false;
  const may = (dashes.has(before) && !/[\d-]/.test(after)) || eastAsian.test(before) || eastAsian.test(after);
  return may && !noLineStart.has(after) && !noLineEnd.has(before);
}

/**
 * Break a paragraph into lines as Word does: between characters of Chinese, between words of others, with the marks that
 * stay together, and blanks hanging over the end. `\n` ends a line. The place of each line's first character.
 */
export function breakLines(characters: readonly MeasuredCharacter[], room: LineRoom): number[] {
  const starts = [0];
  let limit = room.first;
  let at = 0;
  let line = { start: 0, width: 0, end: 0, spaces: 0 };
  const wrap = (start: number): void => {
    starts.push(start);
    limit = room.others;
    line = { start, width: 0, end: 0, spaces: 0 };
  };
  while (at < characters.length) {
    const { text, width } = characters[at] ?? noCharacter;
    if (text === '\n') {
      at += 1;
      wrap(at);
      continue;
    }
    if (text === ' ' || text === '\t') {
      line.width += width;
      line.spaces += text === ' ' ? width : 0;
      at += 1;
      continue;
    }
    const end = endOfPiece(characters, at);
    let piece = 0;
    for (let index = at; index < end; index += 1) piece += characters[index]?.width ?? 0;
    const isFirst = at === line.start;
    if (
      !isFirst &&
      line.width + piece > limit + tolerance &&
      !(room.isJustified && squeezes(line, piece, limit))
    )
      wrap(at);
    if (piece > limit + tolerance && line.start === at) {
      at = breakPiece(at, end);
      continue;
    }
    line.width += piece;
    line.end = line.width;
    at = end;
  }
  return starts;

  /** A piece longer than a line is broken where the line is full. */
  function breakPiece(from: number, to: number): number {
    for (let index = from; index < to; index += 1) {
      const { width } = characters[index] ?? noCharacter;
      if (index > line.start && line.width + width > limit + tolerance) wrap(index);
      line.width += width;
      line.end = line.width;
    }
    return to;
  }
}

function endOfPiece(characters: readonly MeasuredCharacter[], from: number): number {
  let end = from + 1;
  while (end < characters.length) {
    const before = characters[end - 1]?.text ?? '';
    const after = characters[end]?.text ?? '';
    if (after === ' ' || after === '\t' || after === '\n' || breaksBetween(before, after)) break;
    end += 1;
  }
  return end;
}

function squeezes(
  { width, end, spaces }: { readonly width: number; readonly end: number; readonly spaces: number },
  piece: number,
  limit: number,
): boolean {
  if (spaces <= tolerance) return false;
  const over = width + piece - limit;
  if (over / spaces > squeeze.most) return false;
  const between = spaces - (width - end);
  return between <= 0 || (limit - end) / between >= squeeze.stretch * (over / spaces);
}
