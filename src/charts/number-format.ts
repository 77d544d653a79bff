/**
 * Number formats as spreadsheets write them (ECMA-376 Part 1, §18.8.31), as far as labels of figures need them: digits
 * between two literal texts, and a section of its own for negative numbers where their sign is not the hyphen.
 */

const printed = /^([^\d.,]*)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)([^\d]*)$/;

/** The format by which `value` reads as `text`, or undefined where the text says something else or something more. */
export function formatFor(value: number, text: string): string | undefined {
  const [, before = '', digits = '', after = ''] = printed.exec(text) ?? [];
  if (digits === '' || /["\\]/.test(text) || /[+±]/.test(before)) return undefined;
  const size = digits.replaceAll(',', '');
  const isNegative = /^[−-]/.test(before);
  if (Number(size) !== Math.abs(value) || isNegative !== value < 0) return undefined;
  const number = digits.includes(',') ? `#,##${pattern(size)}` : isShortest(size) ? 'General' : pattern(size);
  const lead = isNegative ? before.slice(1) : before;
  const positive = `${quoted(lead)}${number}${quoted(after)}`;
  return isNegative ? `${positive};${quoted(before)}${number}${quoted(after)}` : positive;
}

/** A number by one of the formats `formatFor` makes; undefined for any other format. */
export function formatNumber(value: number, code: string): string | undefined {
  const sections = code.split(';');
  const section = value < 0 ? sections[1] : undefined;
  const [, before = '', number, after = ''] =
    /^(?:"([^"]*)")?(General|(?:#,##)?0(?:\.0+)?)(?:"([^"]*)")?$/.exec(section ?? sections[0] ?? '') ?? [];
  if (number === undefined || sections.length > 2) return undefined;
  const sign = value < 0 && section === undefined ? '-' : '';
  return `${sign}${before}${digitsOf(Math.abs(value), number)}${after}`;
}

function digitsOf(size: number, number: string): string {
  if (number === 'General') return String(size);
  const decimals = number.split('.')[1]?.length ?? 0;
  const [whole = '', ...rest] = size.toFixed(decimals).split('.');
  const grouped = number.startsWith('#') ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole;
  return [grouped, ...rest].join('.');
}

const pattern = (size: string): string => `0${size.replace(/^\d+/, '').replaceAll(/\d/g, '0')}`;

/** Whether the digits are those a number has by itself, so that an edited number keeps all of its own. */
const isShortest = (size: string): boolean => String(Number(size)) === size && size.length <= 10;

const quoted = (text: string): string => (text === '' ? '' : `"${text}"`);
