import { parse } from 'yaml';
import type { Figure } from '../../src/derive/figure.ts';
import { createHost } from '../../src/host.ts';
import { unitsSchema } from '../../src/validate/schema/units.ts';

/** The project's own units. */
export const { units } = unitsSchema.parse(parse((await createHost().readText('data/units.yaml')) ?? ''));

/** A plain figure, 1件 of 2022 unless told otherwise. */
export function aFigure(change: Partial<Figure>): Figure {
  const period = change.period ?? '2022';
  return {
    key: `somewhere/${period}/x`,
    indicator: 'x',
    region: 'somewhere',
    period,
    writtenIn: period,
    value: '1',
    unit: '件',
    kind: 'flow',
    status: 'final',
    name: '某数',
    provenance: { source: 'a-source' },
    place: { file: 'data/somewhere/2022.yaml', line: 1, column: 1 },
    ...change,
  };
}
