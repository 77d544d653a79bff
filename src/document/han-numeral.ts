const hanDigits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 to 99 in Han numerals: 十, 十一, 二十一. What Word counts as `chineseCounting` (ECMA-376 part 1, 17.18.59). */
export function toHan(number: number): string {
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  const front = tens === 0 ? '' : `${tens === 1 ? '' : (hanDigits[tens] ?? '')}十`;
  return front + (ones === 0 && tens > 0 ? '' : (hanDigits[ones] ?? ''));
}

/** The number from 1 to 99 a Han numeral stands for; undefined for anything `toHan` does not write. */
export function fromHan(numeral: string): number | undefined {
  const [tens = '', ones] = numeral.includes('十') ? numeral.split('十') : ['', numeral];
  const front = numeral.includes('十') ? (tens === '' ? 1 : hanDigits.indexOf(tens)) : 0;
  const number = front * 10 + (ones === undefined || ones === '' ? 0 : hanDigits.indexOf(ones));
  return number > 0 && toHan(number) === numeral ? number : undefined;
}
