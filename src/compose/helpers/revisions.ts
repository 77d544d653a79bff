import type { Figure } from '../../derive/figure.ts';
import { isOfReport } from '../../derive/facts.ts';
import { printFigure } from '../print.ts';
import type { StructureHelper, ValueHelper } from './helper.ts';

/** `{{#each (revisions)}}`: figures of the report's own file, and of others it printed, that revise what was published. */
export const revisions: ValueHelper = ({ facts, printed }) =>
  [...facts.figures.values()].flatMap((figure) => {
    const { revised, key, name, provenance } = figure;
    if (!revised || !(isOfReport(facts, figure) || printed.has(key))) return [];
    return [{ ...figure, name, reason: revised.reason, source: revised.source ?? provenance.source ?? '' }];
  });

/** `{{before-revision this}}` inside `{{#each (revisions)}}`: what was published before. */
export const beforeRevision: StructureHelper = (context, { args }) => {
  const figure = args[0] as Figure;
  if (!figure.revised) return '';
  const before: Figure = { ...figure, key: `${figure.key}#before`, value: figure.revised.from };
  return printFigure(context, before);
};
