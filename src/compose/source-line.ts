import type { Figure } from '../derive/figure.ts';
import { word, type Collector, type ComposeContext } from './context.ts';
import { escapeHtml } from './print.ts';

/** Number of a source in the report's list, from 1; undefined where it is not listed. */
export function sourceNumber({ inputs }: ComposeContext, source: string): number | undefined {
  const index = allSources(inputs).indexOf(source);
  return index < 0 ? undefined : index + 1;
}

/** Sources in the order the report lists them, then those only its earlier data files cite. */
export function allSources(inputs: ComposeContext['inputs']): string[] {
  const own = inputs.report.content.sources;
  const others = [...inputs.data.values()].flatMap(({ content }) => content.sources);
  return [...new Set([...own, ...others])];
}

/** [1] as a link to the source in the appendix. */
export function citation(context: ComposeContext, source: string): string {
  const number = sourceNumber(context, source);
  return number === undefined ? '' : `<a href="#src-${escapeHtml(source)}">[${String(number)}]</a>`;
}

/** 资料来源：[1]、[2]；标“测算”者据此计算, from the figures printed in a chart or table. Empty without figures. */
export function sourceLine(context: ComposeContext, collector: Collector): string {
  const sources = new Set(collector.sources);
  let computed = false;
  const gather = (figure: Figure | undefined): void => {
    if (figure?.provenance.source !== undefined) sources.add(figure.provenance.source);
    for (const input of figure?.provenance.inputs ?? []) gather(context.facts.figures.get(input));
  };
  for (const key of collector.figures) {
    const figure = context.printed.get(key);
    computed ||= figure?.provenance.formula !== undefined;
    gather(figure);
  }
  if (sources.size === 0) return '';
  const order = allSources(context.inputs);
  const links = [...sources]
    .sort((a, b) => order.indexOf(a) - order.indexOf(b))
    .map((source) => citation(context, source));
  const tail = computed ? escapeHtml(word(context, 'alt.separator') + word(context, 'caption.computed')) : '';
  const list = links.join(escapeHtml(word(context, 'list.separator')));
  return `<p data-part="source">${escapeHtml(word(context, 'caption.source'))}${list}${tail}</p>`;
}
