import type { Figure } from '../derive/figure.ts';
import { word, type Collector, type ComposeContext } from './context.ts';
import { escapeHtml } from './print.ts';

/** Every source the region's and its peers' files may cite, in the order they list them, the report's own first. */
function allSources({ report, data, peers }: ComposeContext['inputs']): string[] {
  const files = [report, ...data.values(), ...[...peers.values()].flatMap((peer) => [...peer.data.values()])];
  return [...new Set(files.flatMap(({ content }) => content.sources))];
}

/** [1] as a link to the source in the appendix; one the report does not list itself gets the next number when first cited. */
export function citation({ sources }: ComposeContext, source: string): string {
  if (!sources.includes(source)) sources.push(source);
  return `<a href="#src-${escapeHtml(source)}">[${String(sources.indexOf(source) + 1)}]</a>`;
}

/** Ids of the sources a figure is taken from or, through its inputs, computed from. */
export function sourcesOf(context: ComposeContext, { provenance }: Figure): string[] {
  const inputs = (provenance.inputs ?? []).flatMap((input) => context.facts.figures.get(input) ?? []);
  const below = inputs.flatMap((figure) => sourcesOf(context, figure));
  return [...new Set([...(provenance.source === undefined ? [] : [provenance.source]), ...below])];
}

/** 资料来源：[1]、[2]；标“测算”者据此计算, from the figures printed in a chart or table. Empty without figures. */
export function sourceLine(context: ComposeContext, collector: Collector): string {
  const sources = new Set(collector.sources);
  let computed = false;
  for (const key of collector.figures) {
    const figure = context.printed.get(key);
    computed ||= figure?.provenance.formula !== undefined;
    if (figure) for (const source of sourcesOf(context, figure)) sources.add(source);
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
