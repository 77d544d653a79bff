import { findFigure } from '../../derive/facts.ts';
import { nearest } from '../../validate/nearest.ts';
import type { Path } from '../../load/yaml-file.ts';
import type { Comparison } from '../../validate/schema/assessment.ts';
import type { ComposeContext } from '../context.ts';
import { hasFigure } from '../evaluate.ts';
import { nameInLanguage } from '../../validate/name-in-language.ts';
import { textArgument } from './inline.ts';
import type { ValueHelper } from './helper.ts';

/** `{{#each (problems)}}`: each with `path` for `{{paragraphs this}}`, its evidence, comparisons and charts. */
export const problems: ValueHelper = (context) =>
  (context.inputs.report.content.problems ?? []).map((problem, index) => {
    const path = ['problems', index];
    return {
      title: problem.title,
      text: problem.text,
      evidence: (problem.evidence ?? []).map((item) => {
        const { indicator, period } = typeof item === 'string' ? { indicator: item } : item;
        return { indicator, period: String(period ?? context.inputs.period) };
      }),
      ...placed(context, path, problem),
      path,
    };
  });

interface Placing {
  readonly comparisons?: readonly string[] | undefined;
  readonly charts?: readonly string[] | undefined;
}

/**
 * The comparisons and charts a part of the data file names, those that exist. Reports COMPARISON_UNKNOWN and CHART_UNKNOWN
 * at the name.
 */
export function placed(
  { inputs, diagnostics }: ComposeContext,
  path: Path,
  { comparisons = [], charts = [] }: Placing,
): { comparisons: string[]; charts: string[] } {
  const { content, yaml } = inputs.report;
  const known = (content.comparisons ?? []).map(({ id }) => id);
  return {
    comparisons: comparisons.filter((name, at) => {
      if (known.includes(name)) return true;
      const place = yaml.place([...path, 'comparisons', at]);
      diagnostics.report('COMPARISON_UNKNOWN', { name, candidates: nearest(name, known) }, place);
      return false;
    }),
    charts: charts.filter((name, at) => {
      if (inputs.charts.has(name)) return true;
      const candidates = nearest(name, inputs.charts.keys());
      diagnostics.report('CHART_UNKNOWN', { name, candidates }, yaml.place([...path, 'charts', at]));
      return false;
    }),
  };
}

/** `{{#each (next-steps)}}`: each with `path` for `{{paragraphs this}}`. */
export const nextSteps: ValueHelper = ({ inputs }) =>
  (inputs.report.content.next_steps ?? []).map(({ title, text }, index) => ({
    title,
    text,
    path: ['next_steps', index],
  }));

/**
 * `(comparison "id")`: a table of the region beside its peers, for `{{#with}}`. Reports COMPARISON_UNKNOWN, PEER_UNKNOWN
 * and PEER_YEARS_DIFFER.
 */
export const comparison: ValueHelper = (context, call) => {
  const id = textArgument(context, call, 0);
  const all = context.inputs.report.content.comparisons ?? [];
  const index = all.findIndex((candidate) => candidate.id === id);
  const found = all[index];
  if (!found) {
    const candidates = nearest(
      id ?? '',
      all.map((candidate) => candidate.id),
    );
    context.diagnostics.report('COMPARISON_UNKNOWN', { name: id ?? '', candidates }, call.place);
    return undefined;
  }
  context.compared.add(found.id);
  return tableOf(context, found, index);
};

/** `{{#each (comparisons-left)}}`: ids of the comparisons no problem and no section has placed. */
export const comparisonsLeft: ValueHelper = ({ inputs, compared }) => {
  const { content } = inputs.report;
  const placed = [...(content.problems ?? []), ...Object.values(content.blocks ?? {}).flat()].flatMap(
    (part) => part.comparisons ?? [],
  );
  return (content.comparisons ?? [])
    .map(({ id }) => id)
    .filter((id) => !placed.includes(id) && !compared.has(id));
};

function tableOf(context: ComposeContext, written: Comparison, index: number): object {
  const { inputs, diagnostics } = context;
  const { yaml } = inputs.report;
  written.peers.forEach((name, at) => {
    if (inputs.peers.has(name)) return;
    const place = yaml.place(['comparisons', index, 'peers', at]);
    diagnostics.report('PEER_UNKNOWN', { name, existing: [...inputs.peers.keys()] }, place);
  });
  const peers = written.peers.flatMap((name) => inputs.peers.get(name)?.region ?? []);
  const regions = [inputs.region, ...peers];
  return {
    id: `compare-${written.id}`,
    title: written.title,
    note: written.note ?? '',
    columns: ['6', '2', '3', ...regions.map(() => '3')].join(' '),
    regions: regions.map(({ short_name }) => nameInLanguage(inputs.language, short_name)),
    rows: written.rows.map(({ indicator, period }, row) => ({
      indicator,
      period: String(period ?? inputs.period),
      cells: regions.map(({ id }) => ({
        region: id,
        ...cellOf(context, written, {
          index,
          row,
          indicator,
          period: String(period ?? inputs.period),
          region: id,
        }),
      })),
    })),
  };
}

interface CellKey {
  readonly index: number;
  readonly row: number;
  readonly indicator: string;
  readonly period: string;
  readonly region: string;
}

/** What a region's cell prints: the figure of the same period, with `mixed_years` that of its nearest year, or nothing. */
function cellOf(
  context: ComposeContext,
  { mixed_years: mixed }: Comparison,
  { index, row, indicator, period, region }: CellKey,
): { known: boolean; period: string; dated: boolean } {
  const { inputs, facts, diagnostics } = context;
  if (hasFigure(context, indicator, { period, region })) return { known: true, period, dated: mixed };
  const others = [...facts.figures.values()]
    .filter(
      (figure) => figure.indicator === indicator && figure.region === region && figure.status !== 'target',
    )
    .map((figure) => figure.period);
  const nearestYear = others.sort(
    (a, b) => Math.abs(Number(a) - Number(period)) - Math.abs(Number(b) - Number(period)),
  )[0];
  if (nearestYear === undefined) return { known: false, period, dated: false };
  if (mixed && findFigure(facts, indicator, nearestYear, region))
    return { known: true, period: nearestYear, dated: true };
  const peer = inputs.peers.get(region)?.region ?? inputs.region;
  const name = inputs.catalogue[indicator]?.name.zh ?? indicator;
  const place = inputs.report.yaml.place(['comparisons', index, 'rows', row]);
  const details = { name, peer: peer.name.zh, period, existing: others };
  diagnostics.report('PEER_YEARS_DIFFER', details, place);
  return { known: false, period, dated: false };
}
