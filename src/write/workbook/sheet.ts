/** What a cell holds: text, or a number with its decimal digits as they are to be shown. Empty where undefined. */
export type Cell = string | DigitsCell | undefined;

export interface DigitsCell {
  /** Decimal digits, `115.40`. */
  readonly digits: string;
}

/** A column of a sheet over rows of one kind. */
export interface Column<Row> {
  readonly title: string;
  /** In characters of the default face; a Chinese character takes two. */
  readonly width: number;
  readonly cell: (row: Row) => Cell;
}

/** A table on a sheet of its own: one heading row, which stays in sight and filters. */
export interface Sheet {
  readonly name: string;
  readonly headings: readonly { readonly title: string; readonly width: number }[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A sheet of rows of one kind. */
export function sheetOf<Row>(name: string, columns: readonly Column<Row>[], rows: Iterable<Row>): Sheet {
  return {
    name,
    headings: columns,
    rows: [...rows].map((row) => columns.map(({ cell }) => cell(row))),
  };
}

/**
 * A cell for digits. Spreadsheets keep 15 digits of a number: longer ones are text, so that none is lost without a
 * word, as is whatever is no plain decimal number.
 */
export function digitsCell(digits: string): Cell {
  const isNumber = /^-?\d+(\.\d+)?$/.test(digits) && digits.replace(/\D/g, '').length <= 15;
  return isNumber ? { digits } : digits;
}
