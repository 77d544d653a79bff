import type { Occurrence } from '../readback/compare-paragraphs.ts';
import { isTouched, type FigureChange, type Verdict } from '../readback/judge-figures.ts';
import type { Author } from '../readback/paragraph.ts';
import type { Readback } from '../readback/readback.ts';

type Language = 'zh' | 'en';

const verdicts: Record<Verdict, Record<Language, string>> = {
  proposed: { zh: '建议改数据', en: 'proposed for the data' },
  conflict: { zh: '前后不一致，未采用', en: 'contradictory, not taken' },
  lost: { zh: '删除了，数据不动', en: 'deleted, the data stay' },
  computed: { zh: '是推算出来的，要改的是所据的数', en: 'computed: change what it is computed from' },
  unreadable: {
    zh: '读不出这个指标的一个准数（不是数，单位不对或漏了，添了、去了“约”“余”等字），请手工改数据',
    en: 'not one number of this indicator (no number, another unit or none, 约 or the like added or taken away), see to it by hand',
  },
  rounded: {
    zh: '这里印的是约数，请改写出全数的地方',
    en: 'a rounded number, change it where it stands in full',
  },
  stale: { zh: '数据在编制后改过，未采用', en: 'changed in the data since, not taken' },
  done: { zh: '数据中已经改了', en: 'in the data already' },
  unknown: { zh: '数据中已没有这个数', en: 'not in the data any more' },
  differs: { zh: '与现有数据不同', en: 'not as in the present data' },
  unwritable: {
    zh: '数据中这一处不能自动改写，请手工处理',
    en: 'cannot be written there, see to it by hand',
  },
};

const ways: Record<Occurrence['by'], Record<Language, string>> = {
  control: { zh: '', en: '' },
  surroundings: { zh: '按前后文认出', en: 'known by the text around it' },
  moved: { zh: '移到了别处', en: 'moved' },
  copied: { zh: '多出的一处', en: 'a copy' },
  chart: { zh: '图中', en: 'in a chart' },
};

/** What was read back, for people: figures with their verdicts, words with their changes marked, the patch. */
export function describeReadback(found: Readback, language: Language): string {
  const zh = language === 'zh';
  const { figures, names, prose, charts, patches, marks, applied } = found;
  const lines = [`${marks.region} ${marks.period}  ${zh ? '编制号' : 'build'} ${marks.build}`, ''];
  const title = (text: string, count: number): void =>
    void lines.push(`${text}${zh ? `（${String(count)}）` : ` (${String(count)})`}`);
  if (figures.length > 0) title(zh ? '数' : 'Figures', figures.length);
  for (const figure of figures) lines.push(...describeFigure(figure, names[figure.key] ?? '', language), '');
  if (charts.others.length > 0) title(zh ? '图' : 'Charts', charts.others.length);
  for (const { chart, before, after } of charts.others)
    lines.push(`  ${chart}: ${before} → ${after ?? (zh ? '没有了' : 'gone')}`);
  if (charts.others.length > 0) lines.push('');
  if (prose.length > 0) title(zh ? '文字（只列出，不写入）' : 'Words (shown only)', prose.length);
  for (const { marked, under, tracked, place } of prose) {
    const at = place ? `${place.file}:${String(place.line)}` : '';
    const about = [under, by(tracked), at].filter((part) => part !== '');
    lines.push(`  ${about.join(zh ? '，' : ', ')}`, `    ${marked.trim()}`, '');
  }
  for (const { diff } of patches) lines.push(diff);
  lines.push(conclusion(found, applied, zh));
  return `${lines.join('\n')}\n`;
}

function describeFigure(
  { key, verdict, occurrences, figure, typed }: FigureChange,
  name: string,
  language: Language,
): string[] {
  const gone = language === 'zh' ? '没有了' : 'gone';
  const same = language === 'zh' ? '未改' : 'unchanged';
  const place = figure ? `  ${figure.place.file}:${String(figure.place.line)}` : '';
  const lines = [`  ${name}  ${key}`, `    ${verdicts[verdict][language]}${place}`];
  if (verdict === 'computed')
    lines.push(...(figure?.provenance.inputs ?? []).map((input) => `      ← ${input}`));
  if (verdict === 'conflict' && typed) {
    const zh = language === 'zh';
    lines.push(`    ${zh ? '确认新数无误的，加' : 'If the new number is right, add'} --accept ${key}`);
  }
  // A chart somebody left as it was follows the data when the report is built again: said, but no contradiction.
  const shown =
    verdict === 'conflict' ? occurrences : occurrences.filter((one) => isTouched(one) || one.by === 'chart');
  for (const one of shown) {
    const about = [one.under, ways[one.by][language], by(one.tracked)].filter((part) => part !== '');
    const change = isTouched(one) ? `${one.before} → ${one.after ?? gone}` : `${one.before} ${same}`;
    lines.push(`    ${change}  ${about.join('，')}  ${one.context}`);
  }
  return lines;
}

function by(tracked: readonly Author[]): string {
  return tracked.map(({ author, date }) => `${author} ${date.slice(0, 10)}`.trim()).join('、');
}

function conclusion({ figures, prose, charts, patches }: Readback, applied: boolean, zh: boolean): string {
  if (figures.length + prose.length + charts.others.length === 0)
    return zh ? '没有改动。' : 'Nothing was changed.';
  const files = patches.map(({ file }) => file).join(zh ? '、' : ', ');
  if (applied) return zh ? `已写入 ${files}。` : `Written: ${files}.`;
  if (patches.length === 0)
    return zh ? '没有可以写入数据的改动。' : 'Nothing here can be written into the data.';
  return zh ? '以上未写入；写入数据请加 --apply。' : 'Not written; add --apply to write it into the data.';
}
