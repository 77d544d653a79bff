import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Path, YamlFile } from '../load/yaml-file.ts';
import { nearest } from '../validate/nearest.ts';
import type { Indicator } from '../validate/schema/catalogue.ts';
import type { Units } from '../validate/schema/units.ts';
import { convert } from './convert.ts';

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

/** A number as stated: its digits and its unit, neither changed. */
export interface StatedValue {
  readonly value: string;
  readonly unit: string;
}

/**
 * A number with the characters it has in the file, so that 115.40 stays 115.40, in the unit it is written in: 64.28万件
 * is not 642800件, which would claim to know six digits. Reports VALUE_NOT_DECIMAL, VALUE_DECIMALS, UNIT_UNKNOWN,
 * UNIT_DIMENSION; of these only VALUE_DECIMALS leaves a value.
 */
export function readValue(
  { yaml, path, unitPath, number, unit = '' }: WrittenValue,
  indicator: Indicator,
  units: Units,
  diagnostics: Diagnostics,
): StatedValue | undefined {
  const place = yaml.place(path);
  const value = yaml.source(path) ?? String(number);
  if (!plainDecimal.test(value)) {
    diagnostics.report('VALUE_NOT_DECIMAL', { found: value }, place);
    return undefined;
  }
  const name = indicator.name.zh;
  if (unit === '' || unit === indicator.unit) {
    if ((value.split('.')[1]?.length ?? 0) > indicator.decimals) {
      const details = { found: value, decimals: indicator.decimals, indicator: name };
      diagnostics.report('VALUE_DECIMALS', details, place);
    }
    return { value, unit: indicator.unit };
  }
  if (!units[unit]) {
    const candidates = nearest(unit, Object.keys(units));
    diagnostics.report('UNIT_UNKNOWN', { name: unit, candidates }, yaml.place(unitPath));
    return undefined;
  }
  if (!convert(value, unit, indicator.unit, units)) {
    const details = { unit, expected: indicator.unit, indicator: name };
    diagnostics.report('UNIT_DIMENSION', details, yaml.place(unitPath));
    return undefined;
  }
  return { value, unit };
}
