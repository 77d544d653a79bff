import type { Root } from 'hast';
import { visit } from '../../document/visit.ts';
import type { ReportDocument } from '../../document/document.ts';

/** Each printed figure tells a pointer over it its name, period, unit and source; what it says already stays. */
export function addFigureTitles(tree: Root, notes: ReportDocument['notes']): void {
  visit(tree, 'element', ({ properties }) => {
    const { dataFigure: key, title } = properties;
    const summary = typeof key === 'string' ? notes[key]?.summary : undefined;
    if (summary === undefined) return;
    properties.title = typeof title === 'string' ? `${title}\n${summary}` : summary;
  });
}
