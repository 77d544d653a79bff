import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Path, YamlFile } from '../load/yaml-file.ts';
import { nearest } from '../validate/nearest.ts';
import type { Indicator } from '../validate/schema/catalogue.ts';
import type { Units } from '../validate/schema/units.ts';
import { convert } from './convert.ts';
import { toDigits } from './decimal.ts';

/** A number as a data file has it: where it stands, and the unit written beside it. */
export interface WrittenValue {
  readonly yaml: YamlFile;
  readonly path: Path;
  readonly unitPath: Path;
  readonly number: number;
  readonly unit: string | undefined;
}

/** No exponent, no leading zeros, no sign before a zero: what can be printed as it is written. */
const plainDecimal = /^(?!-0(\.0+)?$)-?(0|[1-9]\d*)(\.\d+)?$/;

/**
 * The digits of a number in its indicator's unit: the characters in the file, so that 115.40 stays 115.40, converted
 * exactly where another unit is written. Reports VALUE_NOT_DECIMAL, VALUE_DECIMALS, UNIT_UNKNOWN, UNIT_DIMENSION; of
 * these only VALUE_DECIMALS leaves a value.
 */
export function readValue(
  { yaml, path, unitPath, number, unit }: WrittenValue,
  indicator: Indicator,
  units: Units,
  diagnostics: Diagnostics,
): string | undefined {
  const place = yaml.place(path);
  const digits = yaml.source(path) ?? String(number);
  if (!plainDecimal.test(digits)) {
    diagnostics.report('VALUE_NOT_DECIMAL', { found: digits }, place);
    return undefined;
  }
  const name = indicator.name.zh;
  if (unit === undefined || unit === indicator.unit) {
    if ((digits.split('.')[1]?.length ?? 0) > indicator.decimals)
      diagnostics.report(
        'VALUE_DECIMALS',
        { found: digits, decimals: indicator.decimals, indicator: name },
        place,
      );
    return digits;
  }
  if (!units[unit]) {
    diagnostics.report(
      'UNIT_UNKNOWN',
      { name: unit, candidates: nearest(unit, Object.keys(units)) },
      yaml.place(unitPath),
    );
    return undefined;
  }
  const converted = convert(digits, unit, indicator.unit, units);
  if (!converted) {
    const details = { unit, expected: indicator.unit, indicator: name };
    diagnostics.report('UNIT_DIMENSION', details, yaml.place(unitPath));
    return undefined;
  }
  return toDigits(converted, converted.decimalPlaces());
}
