import { make } from '../element.js';
import { placeLink } from '../places/place-link.js';
import { words as problemWords } from '../problems/words.js';
import { figureLink } from './figure-link.js';

/** @typedef {import('./record.js').FigureRecord} FigureRecord */

/**
 * What is known of a figure, as rows; a row with nothing to say is left out. All that is said may come from a data file,
 * so it is set as text and never as markup.
 *
 * @param {import('../app.js').App} app
 * @param {FigureRecord} record
 * @param {import('./words.js').Words} words
 * @returns {HTMLElement[]}
 */
export function recordView(app, record, words) {
  const rows = make('dl', 'facts');
  const row = (/** @type {string} */ name, /** @type {readonly (Node | string)[]} */ content) => {
    const said = content.filter((part) => part !== '');
    if (said.length > 0) rows.append(make('dt', '', name), make('dd', '', ...said));
  };
  const links = (/** @type {readonly import('./record.js').FigureLink[]} */ all) =>
    all.map((link) => figureLink(app, link));

  const { definition, source, yearBefore, formula, aim } = record;
  row(words.stored, [`${rangeOf(record)} ${record.unit}`]);
  row(words.qualifier, [record.qualifier ?? '']);
  row(words.printed, [record.text]);
  row(words.period, [record.time]);
  row(words.kind, [words.kinds[record.kind]]);
  row(words.status, [words.statuses[record.status]]);
  row(words.of, [
    record.of === undefined ? '' : record.of === 'unstated' ? words.unstated : String(record.of),
  ]);
  if (record.note !== undefined) row(words.note, [record.note]);
  if (record.revised) row(words.revised, [words.revisedFrom(record.revised.from, record.revised.reason)]);
  if (formula) row(words.formula, [make('p', 'formula', formula.text), ...links(formula.inputs)]);
  if (source) row(words.source, sourceParts(app, source, words));
  else if (!formula) row(words.source, [words.noSource]);
  row(formula ? words.inputsPlace : words.place, [placeLink(app, record.place)]);
  row(words.lastYear, yearParts(app, yearBefore, words));
  if (aim)
    row(words.aim, [
      figureLink(app, aim.base, `${words.base}　${aim.base.time}　${aim.base.text}`),
      figureLink(app, aim.target, `${words.target}　${aim.target.time}　${aim.target.text}`),
      outcome(app, words.progress, aim.progress, words),
      outcome(app, words.attainment, aim.attainment, words),
      aim.note ?? '',
    ]);
  row(words.peers, links(record.peers));
  row(words.dependents, links(record.dependents));
  row(words.definition, [definition.definition ?? '']);
  row(words.denominator, [definition.denominator ?? '']);
  row(words.scope, [definition.scope ?? '']);
  row(words.aliases, [(definition.aliases ?? []).join('、')]);
  const { zh, en = '' } = definition.names;
  row(zh === record.name ? words.english : words.chinese, [zh === record.name ? en : zh]);
  row(
    words.lookAlikes,
    record.lookAlikes.map((other) =>
      other.key === undefined ? make('p', '', other.name) : figureLink(app, other),
    ),
  );
  row(words.key, [make('code', 'key', record.key)]);
  // What somebody has to look at comes first.
  const checks = checksView(app, record, words);
  return checks.some(({ open }) => open) ? [...checks, rows] : [rows, ...checks];
}

/** @param {Pick<FigureRecord, 'value' | 'to'>} record */
export function rangeOf({ value, to }) {
  return to === undefined ? value : `${value}～${to}`;
}

/**
 * @param {import('../app.js').App} app
 * @param {import('./record.js').Source} source
 * @param {import('./words.js').Words} words
 */
function sourceParts(
  app,
  { title, number = '', publisher, date, documentNumber, locator, line, place },
  words,
) {
  const about = [publisher, documentNumber, date].filter((part) => part !== undefined).join('　');
  const where = [locator, line === undefined ? undefined : words.textLine(line)]
    .filter((part) => part !== undefined)
    .join('，');
  return [
    make('p', 'source-title', `${number}${title}`),
    make('p', 'quiet', about),
    ...(where === '' ? [] : [make('p', 'locator', `${words.locator}：${where}`)]),
    ...(place ? [make('p', 'quiet', `${words.ledger}：`), placeLink(app, place)] : []),
  ];
}

/**
 * @param {import('../app.js').App} app
 * @param {FigureRecord['yearBefore']} year
 * @param {import('./words.js').Words} words
 */
function yearParts(app, { figure, growth, stated }, words) {
  if (!figure && !growth && !stated) return [];
  return [
    figure ? figureLink(app, figure, `${figure.time}　${figure.text}`) : make('p', '', words.noLastYear),
    ...(growth && figure ? [outcome(app, words.growth, growth, words)] : []),
    ...(stated ? [figureLink(app, stated, `${words.statedGrowth}　${stated.text}`)] : []),
  ];
}

/**
 * @param {import('../app.js').App} app
 * @param {string} name
 * @param {import('./record.js').Outcome} result
 * @param {import('./words.js').Words} words
 */
function outcome(app, name, result, words) {
  if (result.why !== undefined) return make('p', 'quiet', `${name}　${words.notComputed}${result.why}`);
  const link = figureLink(app, result, `${name}　${result.text}`);
  return make('p', 'outcome', link, make('span', 'quiet', `　${result.formula}`));
}

/**
 * @param {import('../app.js').App} app
 * @param {FigureRecord} record
 * @param {import('./words.js').Words} words
 */
function checksView(app, { checks }, words) {
  if (checks.length === 0) return [];
  const group = make('details', 'figure-checks', make('summary', '', words.checks(checks.length)));
  group.open = checks.some(({ verdict }) => verdict === 'fails' || verdict === 'waived');
  group.append(make('ul', '', ...checks.map((check) => checkItem(app, check, words))));
  return [group];
}

/**
 * @param {import('../app.js').App} app
 * @param {import('./record.js').Check} check
 * @param {import('./words.js').Words} words
 */
function checkItem(app, { rule, verdict, name, stated, computed, waiver, isOwn, against }, words) {
  const { verdict: verdicts, rule: rules } = app.words(problemWords);
  const item = make('li', '', make('strong', 'verdict', verdicts[verdict]), ' ', rules[rule] ?? rule);
  item.dataset.verdict = verdict;
  if (!isOwn) item.append(`（${name}）`);
  item.append(make('p', '', computed === undefined ? stated : words.checkNumbers(stated, computed)));
  if (waiver) item.append(make('p', 'quiet', `${waiver.reason}（${waiver.by}）`));
  if (against.length > 0)
    item.append(make('p', 'quiet', words.checkAgainst), ...against.map((link) => figureLink(app, link)));
  return item;
}
