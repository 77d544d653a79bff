import { limits, type LimitName } from './limits.ts';
import { ruleHint, ruleMessage, type RuleFailure } from './rule-wording.ts';
import type { Severity } from './severity.ts';
import { readRefusal } from './read-refusal.ts';
import { refusalHint, refusalReason } from './write-refusal.ts';

interface Entry<Details> {
  readonly severity: Severity;
  readonly message: { readonly zh: (details: Details) => string; readonly en: (details: Details) => string };
  readonly hint: { readonly zh: (details: Details) => string; readonly en: (details: Details) => string };
}

type Wording<Details> = readonly [zh: (details: Details) => string, en: (details: Details) => string];

/** One diagnostic: how grave it is, what is wrong, and what to do, in Chinese and in English. */
function entry<Details>(
  severity: Severity,
  message: Wording<Details>,
  hint: Wording<Details>,
): Entry<Details> {
  return { severity, message: { zh: message[0], en: message[1] }, hint: { zh: hint[0], en: hint[1] } };
}

/** A rule that a figure fails; all are worded alike. */
function ruleEntry(severity: Severity, zh: string, en: string): Entry<RuleFailure> {
  const words = { zh, en };
  return entry(
    severity,
    [ruleMessage(words, 'zh'), ruleMessage(words, 'en')],
    [ruleHint('zh'), ruleHint('en')],
  );
}

const listZh = (items: readonly string[]): string => items.join('、');
const listEn = (items: readonly string[]): string => items.join(', ');

function didYouMean(candidates: readonly string[]): string {
  return candidates.length === 0 ? '' : `是否想写 ${candidates.join(' 或 ')}？`;
}

/** Between braces YAML takes `5,274` for the value 5 and a key 274; no indicator is named so. */
const isRestOfNumber = (name: string): boolean => /\.\d+\D?$/.test(name);

function didYouMeanEn(candidates: readonly string[]): string {
  return candidates.length === 0 ? '' : `Did you mean ${candidates.join(' or ')}?`;
}

/** A place in a finished document. */
interface Where {
  readonly zh: string;
  readonly en: string;
}

const figureZh = (name: string, key: string): string =>
  name === '' ? '正文中的数' : `“${name}”${key === '' ? '' : `（${key}）`}`;
const figureEn = (name: string, key: string): string =>
  name === '' ? 'the number' : `“${name}”${key === '' ? '' : ` (${key})`}`;
const auditHintZh = '成品改动过的，把改动写回数据后重新编制；刚编制出来就这样的，是程序的缺陷，请报告';
const auditHintEn =
  'If somebody edited the file, carry the change back to the data and build again; in a fresh build this is our defect, please report it';

/** A fault of a finished page: where, under which heading or caption, and the text it concerns. */
interface OnPage {
  readonly where: Where;
  readonly name: string;
  readonly text: string;
}

/** A fault of the layout. The document can be read, so all are warnings. */
function layoutEntry(zh: string, en: string, hint: readonly [zh: string, en: string]): Entry<OnPage> {
  return entry(
    'warning',
    [
      ({ where, name, text }) => `${where.zh}${name === '' ? '' : `，“${name}”`}：${zh}“${text}”`,
      ({ where, name, text }) => `${where.en}${name === '' ? '' : `, “${name}”`}: ${en} “${text}”`,
    ],
    [() => hint[0], () => hint[1]],
  );
}

/** Why a font file cannot be used; the fonts room finds out, and this one comes before it. */
type FontFault = 'unreadable' | 'variable' | 'outlines' | 'family';

const fontFaults: Record<FontFault, readonly [zh: string, en: string]> = {
  unreadable: ['不是可用的 TrueType 字体', 'is no TrueType font'],
  variable: ['是可变字体', 'is a variable font'],
  outlines: ['不是 TrueType 轮廓', 'has no TrueType outlines'],
  family: ['的字体名与 family 不同', 'has another name inside'],
};

/** What Word in Chinese calls the styles a document cannot do without. */
const wordStyleNames: Readonly<Record<string, string>> = {
  Normal: '正文（Normal）',
  'heading 1': '标题 1（heading 1）',
  'heading 2': '标题 2（heading 2）',
  'heading 3': '标题 3（heading 3）',
  Title: '标题（Title）',
  caption: '题注（caption）',
  'toc 1': '目录 1（TOC 1）',
  'toc 2': '目录 2（TOC 2）',
  header: '页眉（header）',
  footer: '页脚（footer）',
};

/** Kinds of YAML value, as messages name them. */
export type TypeName =
  'text' | 'number' | 'true or false' | 'list' | 'mapping' | 'nothing' | 'number or mapping' | 'date';

const typeNames: Record<TypeName, string> = {
  text: '文字',
  number: '数字',
  'true or false': ' true 或 false',
  list: '列表（每项以“- ”开头）',
  mapping: '若干“键: 值”',
  nothing: '空',
  'number or mapping': '数字，或含 value 的“键: 值”',
  date: '日期',
};

/** What the YAML parser's error codes mean to someone who edits a data file. */
const yamlReasons: Readonly<Record<string, string>> = {
  BAD_INDENT: '缩进不对',
  TAB_AS_INDENT: '缩进用了制表符，请改用空格',
  MISSING_CHAR: '缺少冒号、逗号、引号或括号',
  UNEXPECTED_TOKEN: '出现了不该有的符号',
  BLOCK_AS_IMPLICIT_KEY: '键的写法不对，可能少了换行或引号',
  BLOCK_IN_FLOW: '方括号、花括号内不能这样分行',
  BAD_SCALAR_START: '文字不能以这个符号开头，请加引号',
  MULTILINE_IMPLICIT_KEY: '键不能跨行，可能少了引号或冒号',
  BAD_DQ_ESCAPE: '双引号内的反斜杠写法不对',
  BAD_ALIAS: '引用（*）写法不对',
  KEY_OVER_1024_CHARS: '键太长，可能少了冒号或引号',
  IMPOSSIBLE: '无法解析',
  MULTIPLE_DOCS: '一个文件只能有一份数据（多了一行“---”）',
  RESOURCE_EXHAUSTION: '嵌套过深',
};

/** Why a growth, share or progress cannot be computed. */
export type ComputeProblem =
  | 'no-base'
  | 'zero'
  | 'negative'
  | 'qualified'
  | 'range'
  | 'not-final'
  | 'no-target'
  | 'not-comparable'
  | 'span'
  | 'period'
  | 'look-alike'
  | 'unit';

/** The same in Chinese and English. */
export const computeProblems: Record<ComputeProblem, readonly [zh: string, en: string]> = {
  'no-base': ['没有比较期的数', 'there is no figure of the earlier period'],
  zero: ['除数为零', 'the divisor is zero'],
  negative: ['基期的数为负，增长率没有意义', 'the earlier figure is negative, so growth on it means nothing'],
  qualified: [
    '带有“近、约、余”等限定词的数不能用于计算',
    'a qualified figure (about, more than) is not computed with',
  ],
  'not-final': [
    '计划数、预计数、估计数不能用于计算',
    'a planned, forecast or estimated figure is not computed with',
  ],
  'no-target': ['规划中没有这个指标的目标', 'the plan has no target for it'],
  'not-comparable': ['年度数据与目标口径不同', 'the annual figure and the target differ in definition'],
  range: ['区间不能用于计算', 'a range is not computed with'],
  span: [
    '多年合计数、年内数不能与一年的数比较',
    'a span of years or part of a year is not set against a year',
  ],
  period: ['两个数的时期不同', 'the two figures are of different periods'],
  'look-alike': [
    '两个指标名称相近但口径不同（见目录中的 not_comparable）',
    'the two indicators only look alike (see not_comparable in the catalogue)',
  ],
  unit: ['单位不能换算', 'the units do not convert'],
};

/** What a figure of each kind is called. */
const kindNames: Readonly<Record<string, string>> = {
  flow: '当年数',
  stock: '存量',
  cumulative: '累计数',
};

/** What a figure that is not yet a fact is called, by its status. */
const statusNames: Readonly<Record<string, string>> = {
  planned: '计划数',
  forecast: '预计数',
  recommended: '推荐数',
};

/** What `new-region` is told, by the name of its option; `id` is the argument. */
export type NewRegionOption = 'id' | 'period' | 'name' | 'short' | 'level' | 'province';

const newRegionOptions: Record<NewRegionOption, readonly [zh: string, en: string]> = {
  id: [
    '编号用小写英文字母、数字和“-”，以字母开头，例如 sample-city',
    'An id has small letters, digits and "-" and begins with a letter, for example sample-city',
  ],
  period: ['写四位数的年份，例如 --period 2025', 'Give a year of four digits, for example --period 2025'],
  name: [
    '写地区全称，例如 --name 某某市；不含尖括号、花括号和换行',
    'Give the full name, without angle brackets, braces and line breaks',
  ],
  short: [
    '写地区简称，例如 --short 某某；不含尖括号、花括号和换行',
    'Give the short name, without angle brackets, braces and line breaks',
  ],
  level: ['', ''],
  province: [
    '写所在的省，例如 --province 某某省；不含尖括号、花括号和换行',
    'Give the province, without angle brackets, braces and line breaks',
  ],
};

/** What there can be too much of, and what to do about it. */
const limitNames: Record<LimitName, readonly [zh: string, en: string, hintZh: string, hintEn: string]> = {
  inputs: ['读取的文件合计（MB）', 'megabytes of files in all', '检查 data、seeds、templates 中是否误存了别的文件', 'Check what was saved in data, seeds and templates'],
  nodes: ['一个文件中的项', 'values in one file', '检查这个文件是否误存了别的内容', 'Check what was saved in this file'],
  depth: ['嵌套的层数', 'levels of nesting', '检查缩进和括号', 'Check indentation and brackets'],
  text: ['一段文字的字数', 'characters of one text', '分成几段，或检查引号是否成对', 'Divide it, or check paired quotes'],
  figures: ['数据的个数', 'figures', '删去报告用不到的年份和地区的数据', 'Leave out years and regions the report does not use'],
  rounds: ['模板循环和引用的次数', 'rounds of loops and partials', '检查模板是否引用了自己，或循环套循环', 'Check for templates that include themselves and loops within loops'],
  elements: ['模板输出的元素数', 'elements printed by templates', '检查模板中的循环', 'Check the loops of the templates'],
  output: ['模板输出的字数', 'characters printed by templates', '检查模板中的循环', 'Check the loops of the templates'],
  charts: ['图的个数', 'charts', '减少模板和数据文件中的图', 'Ask for fewer charts'],
  rows: ['一张图的行数', 'rows of one chart', '分成几张图', 'Divide it into several charts'],
  chartSeconds: ['画一张图的秒数', 'seconds one chart takes', '简化图的 transform 和表达式', 'Simplify its transforms and expressions'],
  chartNumber: ['图的描述中的数', 'a number of the spec', '图的描述只写版式：数据写在 rows，步长和个数写小一些', 'A spec says how to draw: figures belong in rows; take smaller steps and counts'],
  pages: ['页数', 'pages', '检查主题的版面尺寸和样式表，或减少内容', "Check the theme's page size and style sheets, or print less"],
  pixels: ['图片的像素（百万）', 'million pixels of a picture', '图片缩到封面宽度（300 dpi 约 2500 像素）即可', 'A picture needs the width of the cover, about 2500 pixels'],
}; // prettier-ignore

interface Unknown {
  readonly name: string;
  readonly candidates: readonly string[];
}

interface Exists {
  readonly name: string;
  readonly existing: readonly string[];
}

/**
 * Every message of the tool. A code is a promise to users and never changes its meaning; the wording may.
 * Grouped by the stage that reports it.
 */
export const catalogue = {
  // load
  FILE_MISSING: entry<{ path: string }>(
    'error',
    [({ path }) => `找不到文件 ${path}`, ({ path }) => `There is no file ${path}`],
    [() => '检查文件名和所在文件夹', () => 'Check its name and folder'],
  ),
  FILE_TOO_LARGE: entry<{ path: string; megabytes: string; limit: string }>(
    'error',
    [
      ({ path, megabytes, limit }) => `${path} 有 ${megabytes} MB，超过 ${limit} MB 的上限`,
      ({ path, megabytes, limit }) => `${path} has ${megabytes} MB; the limit is ${limit} MB`,
    ],
    [
      () => '数据文件应只有文字和数字，检查是否误存了别的文件',
      () => 'A data file holds text and figures only; check what was saved here',
    ],
  ),
  FILE_ENCODING: entry<{ path: string }>(
    'error',
    [({ path }) => `${path} 不是 UTF-8 编码`, ({ path }) => `${path} is not in UTF-8`],
    [() => '在编辑器中另存为 UTF-8', () => 'Save it as UTF-8 in your editor'],
  ),
  YAML_SYNTAX: entry<{ kind: string; reason: string }>(
    'error',
    [
      ({ kind, reason }) => `YAML 写法有误：${yamlReasons[kind] ?? reason}`,
      ({ reason }) => `Not valid YAML: ${reason}`,
    ],
    [
      () => '检查这一行的缩进、冒号后的空格和引号是否成对',
      () => 'Check indentation, the space behind colons and paired quotes on this line',
    ],
  ),
  YAML_DUPLICATE_KEY: entry<{ key: string }>(
    'error',
    [({ key }) => `“${key}”写了两次`, ({ key }) => `"${key}" stands here twice`],
    [() => '只保留一处，另一处删去或改名', () => 'Keep one, delete or rename the other'],
  ),
  TEXT_UNPRINTABLE: entry<{ codePoint: string }>(
    'error',
    [
      ({ codePoint }) => `文字中有看不见的字符 ${codePoint}：控制字符或改变书写方向的记号`,
      ({ codePoint }) =>
        `The text holds the invisible character ${codePoint}: a control character, or a mark that turns the direction of writing`,
    ],
    [
      () => '多半是从 PDF 等处复制来的：删去这一处，重新键入',
      () => 'It probably came along with a copy from a PDF: delete it here and type the text anew',
    ],
  ),
  YAML_ALIAS_BOMB: entry<object>(
    'error',
    [() => '引用（*别名）展开后过多，已停止读取', () => 'Aliases expand to too many nodes; reading stopped'],
    [() => '数据文件不需要别名，请直接写出数值', () => 'Data files need no aliases; write the values out'],
  ),
  FILE_OUTSIDE: entry<{ path: string }>(
    'error',
    [
      ({ path }) => `${path} 是指向项目之外的链接，没有读取`,
      ({ path }) => `${path} is a link that leads out of the project; it was not read`,
    ],
    [() => '把文件本身放进项目', () => 'Put the file itself into the project'],
  ),
  FILE_UNREADABLE: entry<{ path: string; reason: string }>(
    'error',
    [
      ({ path, reason }) => `${path} 读不出来（${readRefusal(reason, 0)}）`,
      ({ path, reason }) => `${path} cannot be read (${readRefusal(reason, 1)})`,
    ],
    [() => '检查文件的权限和所在的磁盘', () => 'Check who may read the file, and the disk it is on'],
  ),
  LIMIT_EXCEEDED: entry<{ limit: LimitName; found: number }>(
    'error',
    [
      ({ limit, found }) => `太多：${limitNames[limit][0]}为 ${String(found)}，上限 ${String(limits[limit])}`,
      ({ limit, found }) =>
        `Too much: ${limitNames[limit][1]}, ${String(found)}, where ${String(limits[limit])} is the limit`,
    ],
    [({ limit }) => limitNames[limit][2], ({ limit }) => limitNames[limit][3]],
  ),
  // request
  REGION_UNKNOWN: entry<Exists>(
    'error',
    [({ name }) => `没有地区“${name}”`, ({ name }) => `There is no region "${name}"`],
    [({ existing }) => `现有地区：${listZh(existing)}`, ({ existing }) => `Regions: ${listEn(existing)}`],
  ),
  PERIOD_UNKNOWN: entry<Exists & { region: string }>(
    'error',
    [
      ({ name, region }) => `${region} 没有 ${name} 的数据文件`,
      ({ name, region }) => `${region} has no data file for ${name}`,
    ],
    [
      ({ existing }) => (existing.length === 0 ? '该地区还没有任何报告' : `现有报告：${listZh(existing)}`),
      ({ existing }) =>
        existing.length === 0 ? 'The region has no report yet' : `Reports: ${listEn(existing)}`,
    ],
  ),
  PERIOD_WITHOUT_REPORT: entry<Exists>(
    'error',
    [
      ({ name }) => `${name} 只有数据，没有 report 一节，不能单独成文`,
      ({ name }) => `${name} holds figures only; without a report section it cannot be built`,
    ],
    [
      ({ existing }) => `可以编制的报告：${listZh(existing)}`,
      ({ existing }) => `Reports that can be built: ${listEn(existing)}`,
    ],
  ),
  THEME_UNKNOWN: entry<Exists>(
    'error',
    [({ name }) => `没有主题“${name}”`, ({ name }) => `There is no theme "${name}"`],
    [({ existing }) => `现有主题：${listZh(existing)}`, ({ existing }) => `Themes: ${listEn(existing)}`],
  ),
  THEME_CIRCLE: entry<{ names: readonly string[] }>(
    'error',
    [
      ({ names }) => `主题互相继承：${names.join(' → ')}`,
      ({ names }) => `Themes extend each other: ${names.join(' → ')}`,
    ],
    [() => '删去其中一个 extends', () => 'Take one extends out'],
  ),
  THEME_FACE: entry<{ family: string; bundled: readonly string[] }>(
    'error',
    [
      ({ family }) => `程序不带字体“${family}”，也没有写 files`,
      ({ family }) => `The font "${family}" does not come along, and no files are named`,
    ],
    [
      ({ bundled }) => `改用 ${listZh(bundled)}，或在 files 中写 theme.yaml 旁的 .ttf 文件`,
      ({ bundled }) => `Use ${listEn(bundled)}, or name .ttf files beside theme.yaml under files`,
    ],
  ),
  THEME_FONT: entry<{ path: string; fault: FontFault; family: string }>(
    'error',
    [
      ({ path, fault }) => `${path} ${fontFaults[fault][0]}`,
      ({ path, fault }) => `${path} ${fontFaults[fault][1]}`,
    ],
    [
      ({ fault, family }) =>
        fault === 'family'
          ? `family 写字体文件内部的名称，现写的是“${family}”`
          : '换用静态 TrueType 字体（glyf 轮廓的 .ttf）',
      ({ fault, family }) =>
        fault === 'family'
          ? `family must be the name inside the file; it is "${family}"`
          : 'Use a static TrueType font (.ttf with glyf outlines)',
    ],
  ),
  THEME_PICTURE: entry<{ path: string }>(
    'error',
    [
      ({ path }) => `${path} 不是 JPEG 或 PNG 图片`,
      ({ path }) => `${path} is neither a JPEG nor a PNG picture`,
    ],
    [
      () => '另存为 JPEG 或 PNG，只改扩展名不行',
      () => 'Save it as JPEG or PNG; another ending alone will not do',
    ],
  ),
  THEME_FILE_TOO_LARGE: entry<{ path: string; megabytes: string; limit: string }>(
    'error',
    [
      ({ path, megabytes, limit }) => `${path} 有 ${megabytes} MB，超过 ${limit} MB 的上限`,
      ({ path, megabytes, limit }) => `${path} has ${megabytes} MB; the limit is ${limit} MB`,
    ],
    [
      ({ path }) =>
        /\.docx$/i.test(path)
          ? '只用其中的样式：删去正文和图片，另存后重试'
          : '图片缩到封面宽度（300 dpi 约 2500 像素）即可',
      ({ path }) =>
        /\.docx$/i.test(path)
          ? 'Only its styles are used: delete text and pictures, and save it again'
          : 'A picture needs the width of the cover, about 2500 pixels',
    ],
  ),
  THEME_WORD_STYLES: entry<{ path: string; missing: readonly string[] }>(
    'error',
    [
      ({ path, missing }) =>
        `${path} 缺少样式：${listZh(missing.map((name) => wordStyleNames[name] ?? name))}`,
      ({ path, missing }) => `${path} lacks the styles ${listEn(missing)}`,
    ],
    [
      () =>
        '在 Word 中打开它，按 Ctrl+Alt+Shift+S 打开“样式”窗格，把选项改为显示“所有样式”，各用一次后保存；或以本程序编制的任一 DOCX 为底本修改样式',
      () =>
        'Open it in Word, show all styles in the Styles pane (Ctrl+Alt+Shift+S), use each once and save; or change the styles of any DOCX this program made',
    ],
  ),
  LANGUAGE_UNKNOWN: entry<Exists>(
    'error',
    [({ name }) => `没有语言“${name}”`, ({ name }) => `There is no language "${name}"`],
    [({ existing }) => `现有语言：${listZh(existing)}`, ({ existing }) => `Languages: ${listEn(existing)}`],
  ),
  NEW_REGION_OPTION: entry<{ option: NewRegionOption; found: string; levels: readonly string[] }>(
    'error',
    [
      ({ option, found }) => `${option === 'id' ? '地区编号' : `--${option}`} 不能是“${found}”`,
      ({ option, found }) => `"${found}" cannot be ${option === 'id' ? 'the id of a region' : `--${option}`}`,
    ],
    [
      ({ option, levels }) => newRegionOptions[option][0] || `可用：${listZh(levels)}`,
      ({ option, levels }) => newRegionOptions[option][1] || `Use one of ${listEn(levels)}`,
    ],
  ),
  NEW_REGION_EXISTS: entry<{ path: string }>(
    'error',
    [
      ({ path }) => `已经有 ${path}，不会覆盖；什么都没有写`,
      ({ path }) => `There is ${path} already; nothing was written`,
    ],
    [() => '直接改这个文件，或换一个编号或年份', () => 'Edit that file, or choose another id or year'],
  ),
  NEW_REGION_NAME: entry<{ id: string; registered: string; name: string }>(
    'error',
    [
      ({ id, registered, name }) => `编号 ${id} 登记的是${registered}，不是${name}`,
      ({ id, registered, name }) => `${id} is the id of ${registered}, not of ${name}`,
    ],
    [
      ({ registered }) => `给它增加年份写 --name ${registered}；另一个地区请换一个编号`,
      ({ registered }) =>
        `Write --name ${registered} to give it a year, or choose another id for another region`,
    ],
  ),
  NEW_REGION_BY_HAND: entry<{ id: string }>(
    'error',
    [
      ({ id }) => `data/regions.yaml 的写法不能自动增加 ${id}`,
      ({ id }) => `${id} cannot be added to data/regions.yaml as that file is written`,
    ],
    [
      () => '在 regions 下照其他地区的样子手工写上这个地区，再运行一次',
      () => 'Write the region under regions by hand, as the others are, and run this again',
    ],
  ),
  // validate
  KEY_UNKNOWN: entry<Unknown>(
    'error',
    [({ name }) => `不认识的键“${name}”`, ({ name }) => `Unknown key "${name}"`],
    [
      ({ candidates }) => didYouMean(candidates) || '删去它，或检查缩进是否放错了层级',
      ({ candidates }) =>
        didYouMeanEn(candidates) || 'Remove it, or check that it is indented under the right key',
    ],
  ),
  KEY_MISSING: entry<{ name: string }>(
    'error',
    [({ name }) => `缺少“${name}”`, ({ name }) => `"${name}" is missing`],
    [({ name }) => `在这里补上 ${name}`, ({ name }) => `Add ${name} here`],
  ),
  VALUE_TYPE: entry<{ expected: TypeName; found: TypeName }>(
    'error',
    [
      ({ expected, found }) => `这里应为${typeNames[expected]}，写的是${typeNames[found]}`,
      ({ expected, found }) => `Expected ${expected}, found ${found}`,
    ],
    [
      ({ expected }) =>
        expected.startsWith('number')
          ? '只写数字和小数点，例如 7990.88；不加引号、千分位逗号和单位'
          : '检查缩进、冒号和引号；像数字或日期的文字要加引号',
      ({ expected }) =>
        expected.startsWith('number')
          ? 'Digits and a decimal point only, for example 7990.88; no quotes, separators or units'
          : 'Check indentation, colons and quotes; put text that looks like a number or date in quotes',
    ],
  ),
  VALUE_INVALID: entry<{ found: string; allowed?: readonly string[]; pattern?: string; about?: string }>(
    'error',
    [({ found }) => `“${found}”不合规定`, ({ found }) => `"${found}" is not valid here`],
    [
      ({ allowed, pattern, about }) =>
        allowed
          ? `可用：${listZh(allowed)}`
          : [about, pattern && `格式 ${pattern}`].filter(Boolean).join('；'),
      ({ allowed, pattern, about }) =>
        allowed
          ? `Use one of ${listEn(allowed)}`
          : [about, pattern && `pattern ${pattern}`].filter(Boolean).join('; '),
    ],
  ),
  VALUE_NOT_DECIMAL: entry<{ found: string }>(
    'error',
    [
      ({ found }) => `“${found}”不是普通的十进制数`,
      ({ found }) => `"${found}" is not a plain decimal number`,
    ],
    [
      () => '只写数字和小数点，例如 7990.88；不加千分位逗号、引号、百分号和单位',
      () =>
        'Digits and a decimal point only, for example 7990.88; no separators, quotes, per cent signs or units',
    ],
  ),
  VALUE_DECIMALS: entry<{ found: string; decimals: number; indicator: string }>(
    'warning',
    [
      ({ found, decimals, indicator }) =>
        `${found} 的小数位数多于指标 ${indicator} 的 ${String(decimals)} 位`,
      ({ found, decimals, indicator }) =>
        `${found} has more decimals than the ${String(decimals)} of ${indicator}`,
    ],
    [
      () => '按原样印出；如有误请改数值或目录中的 decimals',
      () => 'It is printed as written; correct it, or decimals in the catalogue',
    ],
  ),
  INDICATOR_UNKNOWN: entry<Unknown>(
    'error',
    [({ name }) => `指标目录中没有“${name}”`, ({ name }) => `The catalogue has no indicator "${name}"`],
    [
      ({ name, candidates }) =>
        isRestOfNumber(name)
          ? '像是数字中的千分位逗号：只写数字和小数点，例如 5274'
          : didYouMean(candidates) || '在 data/indicators/ 中登记这个指标',
      ({ name, candidates }) =>
        isRestOfNumber(name)
          ? 'It looks like a comma within a number: write digits and a point only, such as 5274'
          : didYouMeanEn(candidates) || 'Add it to data/indicators/',
    ],
  ),
  INDICATOR_SECTION: entry<{ name: string; section: string }>(
    'error',
    [
      ({ name, section }) => `指标“${name}”应登记在 data/indicators/${section}.yaml`,
      ({ name, section }) => `"${name}" belongs in data/indicators/${section}.yaml`,
    ],
    [
      ({ section }) => `把它移到 ${section}.yaml，或改正 id 的第一段`,
      ({ section }) => `Move it to ${section}.yaml, or correct the first part of its id`,
    ],
  ),
  UNIT_UNKNOWN: entry<Unknown>(
    'error',
    [({ name }) => `不认识的单位“${name}”`, ({ name }) => `Unknown unit "${name}"`],
    [
      ({ candidates }) => didYouMean(candidates) || '在 data/units.yaml 中登记这个单位',
      ({ candidates }) => didYouMeanEn(candidates) || 'Add it to data/units.yaml',
    ],
  ),
  UNIT_DIMENSION: entry<{ unit: string; expected: string; indicator: string }>(
    'error',
    [
      ({ unit, expected, indicator }) => `${indicator} 以“${expected}”计，不能用“${unit}”`,
      ({ unit, expected, indicator }) => `${indicator} is counted in ${expected}, not in ${unit}`,
    ],
    [
      ({ expected }) => `写成 ${expected} 或可换算的单位`,
      ({ expected }) => `Give it in ${expected} or a unit that converts to it`,
    ],
  ),
  SOURCE_UNKNOWN: entry<Unknown>(
    'error',
    [({ name }) => `本报告没有来源“${name}”`, ({ name }) => `This report has no source "${name}"`],
    [
      ({ candidates }) => didYouMean(candidates) || '在 sources 一节登记，并在 seeds/ 建立台账',
      ({ candidates }) => didYouMeanEn(candidates) || 'List it under sources and give it a ledger in seeds/',
    ],
  ),
  FIGURE_WITHOUT_SOURCE: entry<{ indicator: string }>(
    'error',
    [({ indicator }) => `${indicator} 没有来源`, ({ indicator }) => `${indicator} has no source`],
    [
      () => '写 source，或在 report 下设 default_source',
      () => 'Give it a source, or set default_source under report',
    ],
  ),
  FIGURE_TWICE: entry<{ key: string; first: string }>(
    'error',
    [
      ({ key, first }) => `${key} 已在 ${first} 给出`,
      ({ key, first }) => `${key} is already given at ${first}`,
    ],
    [
      () => '一个数只写一处；确是修订的，写 revised: { from: 原数, reason: 理由 }',
      () => 'Write each figure once; a revision says revised: { from: …, reason: … }',
    ],
  ),
  NAME_TWICE: entry<{ name: string; first: string; second: string }>(
    'error',
    [
      ({ name, first, second }) => `“${name}”既是 ${first} 又是 ${second}`,
      ({ name, first, second }) => `"${name}" stands for both ${first} and ${second}`,
    ],
    [() => '一个名称或别名只能指一个对象', () => 'A name or alias stands for one thing only'],
  ),
  RANK_SCOPE_MISSING: entry<{ name: string }>(
    'error',
    [({ name }) => `位次没有范围：${name}`, ({ name }) => `A rank without scope: ${name}`],
    [
      () => '在目录中写 scope，例如 scope: 全省',
      () => 'Write its scope in the catalogue, for example scope: 全省',
    ],
  ),
  RANK_FIELD_MISSING: entry<{ name: string }>(
    'error',
    [
      ({ name }) => `位次没有参评总数：${name}`,
      ({ name }) => `A rank without the number of those ranked: ${name}`,
    ],
    [
      () => '写成 { value: …, of: 参评总数 }；来源没有载明的写 of: unstated',
      () => 'Write { value: …, of: <number ranked> }, or of: unstated where the source does not say',
    ],
  ),
  TARGET_WITHOUT_BASE: entry<{ name: string }>(
    'error',
    [({ name }) => `目标没有基期：${name}`, ({ name }) => `A target without a base: ${name}`],
    [
      () => '补上 base: { period: 年份, value: 数 }，没有基期就算不出进度',
      () => 'Add base: { period: …, value: … }; progress is measured from it',
    ],
  ),
  DEPARTMENT_UNKNOWN: entry<Unknown>(
    'error',
    [({ name }) => `没有登记的部门：${name}`, ({ name }) => `No such department: ${name}`],
    [
      ({ candidates }) =>
        didYouMean(candidates) || '在 data/departments.yaml 中登记这个部门，或把这个写法加到它的 aliases',
      ({ candidates }) =>
        didYouMeanEn(candidates) || 'Add it to data/departments.yaml, or this spelling to its aliases',
    ],
  ),
  PEER_UNKNOWN: entry<Exists>(
    'error',
    [({ name }) => `“${name}”不是可以对照的地区`, ({ name }) => `"${name}" is not a region to compare with`],
    [
      ({ existing }) =>
        existing.length === 0
          ? '先在 data/regions.yaml 中写本地区的 peers'
          : `本地区的 peers：${listZh(existing)}`,
      ({ existing }) =>
        existing.length === 0
          ? 'Register the peers of this region in data/regions.yaml first'
          : `Its peers: ${listEn(existing)}`,
    ],
  ),
  PEER_YEARS_DIFFER: entry<{ name: string; peer: string; period: string; existing: readonly string[] }>(
    'error',
    [
      ({ name, peer, period, existing }) =>
        `${peer}没有 ${period} 年的${name}，只有 ${listZh(existing)} 年的：不同年份不能对照`,
      ({ name, peer, period, existing }) =>
        `${peer} has ${name} for ${listEn(existing)}, not for ${period}: different years are not compared`,
    ],
    [
      () => '补上同一年的数；确需对照不同年份，写 mixed_years: true，每个数都会印出年份',
      () =>
        'Add the figure of the same year, or declare mixed_years: true; every figure then prints its year',
    ],
  ),
  COMPARISON_UNKNOWN: entry<Unknown>(
    'error',
    [({ name }) => `没有对照表“${name}”`, ({ name }) => `There is no comparison "${name}"`],
    [
      ({ candidates }) => didYouMean(candidates) || '在数据文件的 comparisons 中写这张表',
      ({ candidates }) => didYouMeanEn(candidates) || 'Write it under comparisons in the data file',
    ],
  ),
  FIGURE_PERIOD: entry<{ name: string; period: string; report: string }>(
    'error',
    [
      ({ name, period, report }) => `${name}是 ${period} 的数，不是 ${report} 的`,
      ({ name, period, report }) => `${name} is of ${period}, not of ${report}`,
    ],
    [
      ({ period }) => `确认这句话写明了这个时期，然后写 period="${period}"`,
      ({ period }) => `See that the sentence says so, then write period="${period}"`,
    ],
  ),
  FIGURE_STATUS: entry<{ name: string; status: string }>(
    'error',
    [
      ({ name, status }) => `${name}不是已实现的数（status: ${status}）`,
      ({ name, status }) => `${name} is not an achieved figure (status: ${status})`,
    ],
    [
      ({ status }) => `确认这句话写明了计划、拟、预计或推荐，然后写 status="${status}"`,
      ({ status }) => `See that the sentence says planned or expected, then write status="${status}"`,
    ],
  ),
  PERIODS_MIXED: entry<{ chart: string; periods: readonly string[] }>(
    'error',
    [
      ({ chart, periods }) => `图“${chart}”混用了不同时期的数：${listZh(periods)}`,
      ({ chart, periods }) => `Chart "${chart}" mixes figures of different periods: ${listEn(periods)}`,
    ],
    [
      () => '给每一行写 period，并在 label 或 series 中写明年份',
      () => 'Give each row its period, and say the year in its label or series',
    ],
  ),
  LOOK_ALIKES_DRAWN: entry<{ chart: string; first: string; second: string }>(
    'error',
    [
      ({ chart, first, second }) => `图“${chart}”把口径不同的两个指标画在一起：${first}、${second}`,
      ({ chart, first, second }) =>
        `Chart "${chart}" draws two indicators that only look alike: ${first}, ${second}`,
    ],
    [
      () => '分成两张图，或去掉其中一个（见目录中的 not_comparable）',
      () => 'Draw two charts, or leave one out (see not_comparable in the catalogue)',
    ],
  ),
  TEXT_MARKUP: entry<{ found: string }>(
    'error',
    [({ found }) => `文字中不能有标记“${found}”`, ({ found }) => `Text must not contain markup: "${found}"`],
    [
      () => '数据中的文字按原样印出；尖括号请改用全角〈〉，双花括号只用于 text 等正文字段',
      () => 'Text is printed as it is; use 〈〉 for angle brackets, and {{ }} in prose fields only',
    ],
  ),
  // check
  RULE_SUM: ruleEntry('error', '不等于各项之和', 'not the sum of its parts'),
  RULE_RATIO: ruleEntry('error', '与分子、分母不符', 'not its numerator by its denominator'),
  RULE_GROWTH: ruleEntry('error', '与两年的数不符', 'not the growth between the two years'),
  RULE_BASE: ruleEntry(
    'error',
    '上年取任何数都得不到这个增速',
    'no figure of last year could give this growth',
  ),
  RULE_CHANGE: ruleEntry('error', '与两年的数不符', 'not the change between the two years'),
  RULE_CAGR: ruleEntry('error', '与首尾两年的数不符', 'not the yearly growth between the two years'),
  RULE_AT_MOST: ruleEntry('error', '大于不应超过的数', 'more than what it cannot exceed'),
  RULE_EQUAL: ruleEntry('error', '与应当相等的数不等', 'not equal to what it must equal'),
  RULE_STOCK: ruleEntry(
    'error',
    '不等于上年末数加减当年增减',
    'not last year’s stock and this year’s changes',
  ),
  RULE_RISING: ruleEntry('error', '累计数小于以前的年份', 'a cumulative count less than of an earlier year'),
  RULE_WITHIN: ruleEntry('error', '超出允许的范围', 'out of its bounds'),
  RULE_RANK: ruleEntry('error', '位次不在参评数之内', 'a rank beyond the number of those ranked'),
  RULE_JUMP: ruleEntry(
    'warning',
    '与上年相差 8 倍以上',
    'more than eight times, or less than an eighth, of last year',
  ),
  RULE_UNCHANGED: ruleEntry('warning', '与上年完全相同', 'the same as last year to the last digit'),
  RULE_SAME_DIGITS: ruleEntry('warning', '与另一指标的数字完全相同', 'the same digits as another indicator'),
  RULE_SOFT_BASE: ruleEntry(
    'warning',
    '是在约数、下限或初步数上的精确增速',
    'a precise growth on a qualified or preliminary figure',
  ),
  SEALED_CHANGED: ruleEntry('error', '与已公布的数不同', 'not what was published'),
  LEDGER_DIFFERS: entry<{ name: string; stated: string; ledger: string; source: string; line: number }>(
    'warning',
    [
      ({ name, stated, ledger, source, line }) =>
        `${name} 为 ${stated}，来源台账 ${source} 第 ${String(line)} 行为 ${ledger}`,
      ({ name, stated, ledger, source, line }) =>
        `${name} is ${stated}; the ledger of ${source}, line ${String(line)}, has ${ledger}`,
    ],
    [
      () => '改正数值，或更新 seeds/ 中的台账',
      () => 'Correct the figure, or bring the ledger in seeds/ up to date',
    ],
  ),
  SEALED_MISSING: entry<{ key: string; value: string; period: string }>(
    'error',
    [
      ({ key, value }) => `已公布的数不见了：${key}，原为 ${value}`,
      ({ key, value }) => `A published figure is gone: ${key}, it was ${value}`,
    ],
    [
      ({ period }) => `恢复这个数；确是修订的，改数并写 revised（见 ${period}.sealed.yaml）`,
      ({ period }) => `Put it back, or revise it with revised (see ${period}.sealed.yaml)`,
    ],
  ),
  SEAL_WITHOUT_BUILD: entry<{ folder: string }>(
    'error',
    [({ folder }) => `${folder} 中没有报告`, ({ folder }) => `There is no report in ${folder}`],
    [() => '先编制报告，再封存', () => 'Build the report first'],
  ),
  SEAL_STALE: entry<{ folder: string }>(
    'error',
    [
      ({ folder }) => `${folder} 中的报告不是用现在的数据编制的`,
      ({ folder }) => `The report in ${folder} was not made of the data as they are now`,
    ],
    [() => '重新编制，核对后再封存', () => 'Build it again, look at it, then seal it'],
  ),
  SEAL_EXISTS: entry<{ file: string }>(
    'error',
    [({ file }) => `已经封存：${file}`, ({ file }) => `It is sealed already: ${file}`],
    [
      () => '修订已公布的数，在数据文件中写 revised；不要改封存文件',
      () => 'Revise published figures with revised in the data file; leave the seal alone',
    ],
  ),
  WAIVER_UNUSED: entry<{ rule: string; indicator: string }>(
    'warning',
    [
      ({ rule, indicator }) => `没有不成立的核对需要保留：${rule}，${indicator}`,
      ({ rule, indicator }) => `No failing check to waive: ${rule}, ${indicator}`,
    ],
    [() => '核对已经成立的，删去这一条', () => 'Take it out where the check holds by now'],
  ),
  LEDGER_MISSING: entry<{ name: string; source: string }>(
    'warning',
    [
      ({ name, source }) => `来源台账 ${source} 中没有 ${name}`,
      ({ name, source }) => `The ledger of ${source} has no ${name}`,
    ],
    [() => '在 seeds/ 的台账中登记它的出处', () => 'Enter its place in the ledger in seeds/'],
  ),
  DRAFT_IN_FINAL: entry<{ name: string; status: string }>(
    'error',
    [
      ({ name, status }) => `定稿中还有未确认的数：${name}（${status}）`,
      ({ name, status }) => `Not final yet: ${name} (${status})`,
    ],
    [
      () => '确认后改为 final，或不加 --final 先出草稿',
      () => 'Confirm it as final, or build a draft without --final',
    ],
  ),
  // compose
  TEMPLATE_SYNTAX: entry<{ reason: string }>(
    'error',
    [({ reason }) => `模板写法有误：${reason}`, ({ reason }) => `Template error: ${reason}`],
    [() => '检查花括号是否成对、块是否闭合', () => 'Check that braces are paired and blocks are closed'],
  ),
  TEMPLATE_MISSING: entry<Unknown>(
    'error',
    [({ name }) => `没有模板“${name}”`, ({ name }) => `There is no template "${name}"`],
    [
      ({ candidates }) => didYouMean(candidates) || '检查拼写，或补上它',
      ({ candidates }) => didYouMeanEn(candidates) || 'Check the spelling, or add it',
    ],
  ),
  TEMPLATE_KEY: entry<Unknown>(
    'error',
    [
      ({ name }) => `模板用到的“${name}”不存在`,
      ({ name }) => `The template uses "${name}", which does not exist`,
    ],
    [
      ({ candidates }) => didYouMean(candidates) || '检查拼写，或补上它',
      ({ candidates }) => didYouMeanEn(candidates) || 'Check the spelling, or add it',
    ],
  ),
  TEMPLATE_HELPER: entry<Unknown>(
    'error',
    [({ name }) => `没有助手“${name}”`, ({ name }) => `There is no helper "${name}"`],
    [
      ({ candidates }) => didYouMean(candidates) || '检查拼写，或补上它',
      ({ candidates }) => didYouMeanEn(candidates) || 'Check the spelling, or add it',
    ],
  ),
  TEMPLATE_ARGUMENT: entry<{ helper: string; position: number }>(
    'error',
    [
      ({ helper, position }) => `助手 ${helper} 的第 ${String(position)} 个参数缺少或不对`,
      ({ helper, position }) => `Argument ${String(position)} of helper ${helper} is missing or not valid`,
    ],
    [
      ({ helper }) => `写成 {{${helper} "…"}}，参数用双引号`,
      ({ helper }) => `Write {{${helper} "…"}}, arguments in double quotes`,
    ],
  ),
  TEMPLATE_RAW: entry<object>(
    'error',
    [() => '不允许不转义的 {{{ }}} 或 {{& }}', () => 'Unescaped {{{ }}} or {{& }} is not allowed'],
    [() => '改用 {{ }}', () => 'Use {{ }}'],
  ),
  TABLE_COLUMNS: entry<{ stated: string; columns: number }>(
    'error',
    [
      ({ stated, columns }) => `columns="${stated}" 不是${String(columns)}栏表格的栏宽`,
      ({ stated, columns }) =>
        `columns="${stated}" does not give the widths of a table of ${String(columns)} columns`,
    ],
    [
      () => '每栏写一个大于0的数，以空格分开，是各栏宽度之比，例如 columns="3 1 1"',
      () =>
        'Write one number above 0 for each column, with spaces between them; they are ratios, as in columns="3 1 1"',
    ],
  ),
  TEMPLATE_ELEMENT: entry<{ found: string; section: string }>(
    'error',
    [
      ({ found, section }) => `“${section}”一节的模板输出了文档不使用的 ${found}`,
      ({ found, section }) => `The template of "${section}" produced ${found}, which documents do not use`,
    ],
    [
      () => '可用的元素见 CONTRIBUTING.md“文档词汇”',
      () => 'See "The document vocabulary" in CONTRIBUTING.md',
    ],
  ),
  FIGURE_MISSING: entry<{ name: string; period: string; candidates: readonly string[] }>(
    'error',
    [
      ({ name, period }) => `${period} 没有数据：${name}`,
      ({ name, period }) => `No figure for ${name} in ${period}`,
    ],
    [
      ({ candidates }) => didYouMean(candidates) || '在数据文件中补上这个数，或从模板中去掉它',
      ({ candidates }) =>
        didYouMeanEn(candidates) || 'Add the figure to the data file, or take it out of the template',
    ],
  ),
  FIGURE_NOT_COMPUTABLE: entry<{ name: string; reason: ComputeProblem }>(
    'error',
    [
      ({ name, reason }) => `${name} 不能计算：${computeProblems[reason][0]}`,
      ({ name, reason }) => `${name} cannot be computed: ${computeProblems[reason][1]}`,
    ],
    [
      () => '补上所缺的数，或从模板中去掉这个计算',
      () => 'Add what is missing, or take the computation out of the template',
    ],
  ),
  LITERAL_NUMBER: entry<{ found: string }>(
    'error',
    [
      ({ found }) => `正文里直接写了数字“${found}”，没有数据可查`,
      ({ found }) => `"${found}" is typed into the text; no data stand behind it`,
    ],
    [
      () => '统计数用 {{figure "指标"}}；日期、文号、名称中的数字用 {{literal "…"}}',
      () =>
        'Print statistics with {{figure "indicator"}}; declare dates, document numbers and names with {{literal "…"}}',
    ],
  ),
  LITERAL_STATISTIC: entry<{ found: string }>(
    'error',
    [
      ({ found }) => `“${found}”是统计数，不能用 {{literal}} 直接写`,
      ({ found }) => `"${found}" is a statistic and cannot be a {{literal}}`,
    ],
    [
      () => '写进数据文件，用 {{figure "指标"}} 引用；{{literal}} 只用于日期、文号和名称',
      () =>
        'Put it in the data file and print it with {{figure "indicator"}}; {{literal}} is for dates, document numbers and names',
    ],
  ),
  CLAIM_DIRECTION: entry<{ words: string; name: string; value: string }>(
    'error',
    [
      ({ words, name, value }) => `“${words}”与数据方向不符：${name}为 ${value}`,
      ({ words, name, value }) => `"${words}" does not fit the figure: ${name} is ${value}`,
    ],
    [
      () => '改用 {{growth "指标"}} 或 {{change "指标"}}，方向和正负号由数据决定',
      () => 'Use {{growth "indicator"}} or {{change "indicator"}}, which take the direction from the data',
    ],
  ),
  CLAIM_PERCENT_POINT: entry<{ words: string; name: string }>(
    'error',
    [
      ({ words, name }) => `${name}是百分比的变化，不能用“${words}”：应是提高或下降几个百分点`,
      ({ words, name }) =>
        `${name} is the change of a percentage, told in percentage points, not with "${words}"`,
    ],
    [
      () => '写“提高”，单位用个百分点，或用 {{change "指标"}}',
      () => 'Give it in percentage points, or use {{change "indicator"}}',
    ],
  ),
  CLAIM_UNIT: entry<{ typed: string; name: string; unit: string }>(
    'error',
    [
      ({ typed, name, unit }) => `数后面写的是“${typed}”，${name}的单位是${unit}`,
      ({ typed, name, unit }) => `"${typed}" is typed behind the number, but ${name} is in ${unit}`,
    ],
    [
      () => '去掉 unit=false，由数据带出单位；要以万、亿计用 scale=true',
      () => 'Drop unit=false and the data bring the unit; for 万 and 亿 use scale=true',
    ],
  ),
  CLAIM_TIMES_DECREASE: entry<{ words: string }>(
    'error',
    [
      ({ words }) => `“${words}”没有意义：减少不能用倍`,
      ({ words }) => `"${words}" means nothing: a decrease is not told in multiples`,
    ],
    [
      () => '写下降百分之几，用 {{growth "指标"}}，或写减少到原来的几分之几',
      () => 'Tell it in per cent with {{growth "indicator"}}',
    ],
  ),
  CLAIM_UNBOUND: entry<{ words: string }>(
    'error',
    [
      ({ words }) => `“${words}”没有数据或来源支持`,
      ({ words }) => `"${words}" rests on no data and no source`,
    ],
    [
      () =>
        '能用数据核对的写 {{claim "…" "指标"}}，位次用 {{rank "指标"}}，来源所说的写 {{claim "…" source="来源"}}',
      () =>
        'Write {{claim "…" "indicator"}} where data can show it, {{rank "indicator"}} for ranks, {{claim "…" source="source"}} for what a source says',
    ],
  ),
  CLAIM_FALSE: entry<{ words: string; name: string; shown: string }>(
    'error',
    [
      ({ words, name, shown }) => `“${words}”与数据不符：${name} ${shown}`,
      ({ words, name, shown }) => `The data do not show "${words}": ${name} ${shown}`,
    ],
    [() => '改正用语，或核对数据', () => 'Correct the words, or check the data'],
  ),
  CLAIM_KIND: entry<{ words: string; name: string; kind: string }>(
    'error',
    [
      ({ words, name, kind }) => `“${words}”不适合${name}：它是${kindNames[kind] ?? kind}`,
      ({ words, name, kind }) => `"${words}" does not fit ${name}, which is a ${kind} figure`,
    ],
    [
      () => '当年数写“全年”，年末存量写“年末”，累计数写“截至年末累计”；{{period "指标"}} 按指标性质印出',
      () => '{{period "indicator"}} prints the words that fit the kind of an indicator',
    ],
  ),
  CLAIM_PLANNED: entry<{ name: string; status: string }>(
    'error',
    [
      ({ name, status }) => `${name}是${statusNames[status] ?? status}，所在的句子没有说明`,
      ({ name, status }) => `${name} is ${status}, and its sentence does not say so`,
    ],
    [
      () => '在同一句（到句号或分号为止）写明计划、拟、预计、目标、储备、推荐或申报',
      () => 'Say so in the same sentence, up to 。 or ；: 计划, 拟, 预计, 目标, 储备, 推荐 or 申报',
    ],
  ),
  NARRATIVE_UNUSED: entry<Unknown>(
    'warning',
    [
      ({ name }) => `正文“${name}”没有印出：模板中没有它的位置`,
      ({ name }) => `The text "${name}" is not printed: no template has a place for it`,
    ],
    [
      ({ candidates }) => didYouMean(candidates) || '改正名字，或在 templates/sections/ 中加上 narrative',
      ({ candidates }) =>
        didYouMeanEn(candidates) || 'Correct its name, or add it to a template with narrative',
    ],
  ),
  REFERENCE_UNKNOWN: entry<Unknown>(
    'error',
    [
      ({ name }) => `引用的“${name}”不在报告中`,
      ({ name }) => `"${name}" is referred to but not in the report`,
    ],
    [
      ({ candidates }) => didYouMean(candidates) || '检查拼写，或补上它',
      ({ candidates }) => didYouMeanEn(candidates) || 'Check the spelling, or add it',
    ],
  ),
  LINK_DEAD: entry<{ id: string; text: string }>(
    'error',
    [
      ({ id, text }) => `链接“${text}”指向“${id}”，报告中没有它`,
      ({ id, text }) => `The link "${text}" leads to "${id}", which is not in the report`,
    ],
    [
      () => '在报告模板中加上它所在的一节，例如 sections/appendix-sources',
      () => 'Add the section it stands in to the template of the report, such as sections/appendix-sources',
    ],
  ),
  SOURCE_UNCITED: entry<{ source: string }>(
    'warning',
    [
      ({ source }) => `来源“${source}”列在书后，书中没有一处引用`,
      ({ source }) => `The source "${source}" is listed in the report and cited nowhere`,
    ],
    [
      () => '从 sources 中删去，或在用到它的地方注明 source',
      () => 'Take it out of sources, or name it as the source where it is used',
    ],
  ),
  ID_TWICE: entry<{ id: string }>(
    'error',
    [({ id }) => `“${id}”在报告中放了两次`, ({ id }) => `"${id}" is placed twice in the report`],
    [
      () => '同一张图、表只放一处，别处用 {{ref}} 引用',
      () => 'Place a chart or table once and refer to it with {{ref}} elsewhere',
    ],
  ),
  LOCALE_MISSING: entry<Unknown>(
    'error',
    [({ name }) => `文案“${name}”没有登记`, ({ name }) => `No wording for "${name}"`],
    [
      ({ candidates }) => didYouMean(candidates) || '检查拼写，或补上它',
      ({ candidates }) => didYouMeanEn(candidates) || 'Check the spelling, or add it',
    ],
  ),
  CHARACTER_NOT_COVERED: entry<{ character: string; codePoint: string; context: string }>(
    'warning',
    [
      ({ character, codePoint, context }) => `字体中没有“${character}”（${codePoint}），见“${context}”`,
      ({ character, codePoint, context }) => `No font has "${character}" (${codePoint}), in "${context}"`,
    ],
    [() => '核对该字；印出的可能是替代字形', () => 'Check the character; a substitute may be printed'],
  ),
  // charts
  CHART_UNKNOWN: entry<Unknown>(
    'error',
    [({ name }) => `没有图“${name}”`, ({ name }) => `There is no chart "${name}"`],
    [
      ({ candidates }) => didYouMean(candidates) || '在 templates/charts/ 中新建',
      ({ candidates }) => didYouMeanEn(candidates) || 'Add it to templates/charts/',
    ],
  ),
  CHART_ROWS_EMPTY: entry<{ chart: string }>(
    'error',
    [({ chart }) => `图 ${chart} 没有数据行`, ({ chart }) => `Chart ${chart} names no rows`],
    [() => '在 rows 下列出要画的指标', () => 'List the figures to draw under rows'],
  ),
  CHART_SPEC: entry<{ chart: string; reason: string }>(
    'error',
    [
      ({ chart, reason }) => `图 ${chart} 的 Vega-Lite 描述有误：${reason}`,
      ({ chart, reason }) => `Chart ${chart}: ${reason}`,
    ],
    [() => '对照 Vega-Lite 文档检查 spec', () => 'Check spec against the Vega-Lite documentation'],
  ),
  CHART_DATA: entry<{ chart: string }>(
    'error',
    [
      ({ chart }) => `图 ${chart} 的 spec 自带数据或外部地址`,
      ({ chart }) => `The spec of chart ${chart} brings its own data or an outside address`,
    ],
    [
      () => '数据只能来自 rows；删去 spec 中的 data、url、lookup',
      () => 'Data come from rows only; remove data, url and lookup from spec',
    ],
  ),
  CHART_FIELD: entry<{ chart: string; field: string }>(
    'error',
    [
      ({ chart, field }) => `图 ${chart} 的 spec 用了字段“${field}”，各行没有这个字段`,
      ({ chart, field }) => `The spec of chart ${chart} uses the field "${field}", which no row has`,
    ],
    [
      () => '字段为 label、value、text、figure、unit、period、series、status，以及 rows 下 with 所起的名字',
      () =>
        'Fields are label, value, text, figure, unit, period, series, status and the names given by with under rows',
    ],
  ),
  CHART_COLOR: entry<{ chart: string; color: string }>(
    'warning',
    [
      ({ chart, color }) => `图 ${chart} 用了主题之外的颜色 ${color}`,
      ({ chart, color }) => `Chart ${chart} uses ${color}, a colour the theme does not have`,
    ],
    [
      () => '在 spec 中用 style（track、level、past、goal、secondary 等）代替颜色',
      () => 'Use a style (track, level, past, goal, secondary ...) in spec instead of a colour',
    ],
  ),
  // render
  BROWSER_MISSING: entry<{ tried: readonly string[] }>(
    'error',
    [() => '找不到可以打印 PDF 的浏览器', () => 'No browser to print the PDF with'],
    [
      ({ tried }) =>
        `任选其一：① npm ci（不要加 --omit=optional），用随包的 Chromium；② 安装 Chrome、Edge 或 Chromium；③ 设环境变量 WHITEPAPER_BROWSER 为浏览器的路径。已找过：${tried.join('，')}`,
      ({ tried }) =>
        `One of: (1) npm ci without --omit=optional, for the bundled Chromium; (2) install Chrome, Edge or Chromium; (3) set WHITEPAPER_BROWSER to a browser's path. Looked at: ${tried.join(', ')}`,
    ],
  ),
  BROWSER_TOO_OLD: entry<{ path: string; version: string; minimum: number }>(
    'error',
    [
      ({ path, version, minimum }) => `浏览器 ${path} 为 ${version}，至少需要 ${String(minimum)}`,
      ({ path, version, minimum }) =>
        `The browser ${path} is ${version}; ${String(minimum)} or later is needed`,
    ],
    [
      () => '升级它，或设 WHITEPAPER_BROWSER 指向较新的浏览器',
      () => 'Upgrade it, or point WHITEPAPER_BROWSER to a newer one',
    ],
  ),
  BROWSER_START: entry<{ path: string; reason: string }>(
    'error',
    [
      ({ path, reason }) => `浏览器 ${path} 不能启动：${reason}`,
      ({ path, reason }) => `The browser ${path} did not start: ${reason}`,
    ],
    [() => '设 WHITEPAPER_BROWSER 指向另一个浏览器', () => 'Point WHITEPAPER_BROWSER to another browser'],
  ),
  BROWSER_CRASHED: entry<{ reason: string }>(
    'error',
    [
      ({ reason }) => `浏览器在打印时两次中断：${reason}`,
      ({ reason }) => `The browser broke off twice while printing: ${reason}`,
    ],
    [
      () => '检查内存是否不足，或换一个浏览器（WHITEPAPER_BROWSER）',
      () => 'Check free memory, or use another browser (WHITEPAPER_BROWSER)',
    ],
  ),
  PAGES_UNSTABLE: entry<{ entries: string }>(
    'error',
    [
      ({ entries }) => `目录页码在两次排版之间不一致：${entries}`,
      ({ entries }) => `Page numbers moved between the two prints: ${entries}`,
    ],
    [
      () => '这是排版缺陷，请报告；可先用 --format docx,html',
      () => 'This is a layout defect, please report it; --format docx,html still works',
    ],
  ),
  DOCX_PAGES_UNKNOWN: entry<{ titles: readonly string[]; stopped: boolean }>(
    'warning',
    [
      ({ titles, stopped }) =>
        `DOCX 有页码未能算出，留作空白：${titles.map((title) => `“${title}”`).join('、')}${stopped ? '；推算版面时中途停下' : ''}`,
      ({ titles, stopped }) =>
        `Page numbers in the DOCX are blank: ${titles.map((title) => `“${title}”`).join(', ')}${stopped ? '; the layout stopped before its end' : ''}`,
    ],
    [
      ({ titles }) =>
        `在 Word 中打开，按 Ctrl+A 再按 F9 更新域；若“${titles[0] ?? ''}”已不在书中，请改模板或数据里指向它的条目`,
      ({ titles }) =>
        `Open it in Word, press Ctrl+A and F9 to update the fields; if “${titles[0] ?? ''}” is no longer in the report, change what leads to it`,
    ],
  ),
  DOCX_PAGES_GUESSED: entry<{ reason: string }>(
    'warning',
    [
      ({ reason }) => `DOCX 的部分页码可能与 Word 排出的不同：${reason}`,
      ({ reason }) => `Some page numbers in the DOCX may differ from Word’s: ${reason}`,
    ],
    [
      () => '在 Word 中打开，按 Ctrl+A 再按 F9 更新域',
      () => 'Open it in Word, press Ctrl+A and F9 to update the fields',
    ],
  ),
  // audit
  AUDIT_MISSING: entry<{ where: Where; name: string; key: string; shown: string }>(
    'error',
    [
      ({ where, name, key, shown }) => `${where.zh}缺少${figureZh(name, key)} ${shown}`,
      ({ where, name, key, shown }) => `${where.en}: ${figureEn(name, key)} ${shown} is missing`,
    ],
    [() => auditHintZh, () => auditHintEn],
  ),
  AUDIT_CHANGED: entry<{ where: Where; name: string; key: string; expected: string; found: string }>(
    'error',
    [
      ({ where, name, key, expected, found }) =>
        `${where.zh}：${figureZh(name, key)}应为 ${expected}，成品中是 ${found || '空'}`,
      ({ where, name, key, expected, found }) =>
        `${where.en}: ${figureEn(name, key)} should be ${expected} and is ${found || 'empty'}`,
    ],
    [() => auditHintZh, () => auditHintEn],
  ),
  AUDIT_EXTRA: entry<{ where: Where; found: string; around: string }>(
    'error',
    [
      ({ where, found, around }) => `${where.zh}多出数字 ${found}（“…${around}…”）`,
      ({ where, found, around }) => `${where.en}: the number ${found} (“…${around}…”) is not of the report`,
    ],
    [() => auditHintZh, () => auditHintEn],
  ),
  AUDIT_MORE: entry<{ format: string; count: number }>(
    'error',
    [
      ({ format, count }) => `${format} 还有 ${String(count)} 处数字与数据不符，未一一列出`,
      ({ format, count }) => `${format}: ${String(count)} more numbers differ`,
    ],
    [
      () => '这不像是同一份报告：核对文件是否放错',
      () => 'This does not look like the same report: is the file in the right place?',
    ],
  ),
  AUDIT_WORDS: entry<{ format: string; where: Where; count: number; expected: string; found: string }>(
    'warning',
    [
      ({ format, where, count, expected, found }) =>
        `${format} 有 ${String(count)} 处文字（不含数字）与报告不同，第一处在 ${where.zh}：应为“${expected}”，成品中是“${found}”`,
      ({ format, where, count, expected, found }) =>
        `${format}: the wording differs in ${String(count)} places, no number among them; first, ${where.en}: “${expected}” is “${found}”`,
    ],
    [
      () => '在 Word 中改过的文字，请写回数据或模板，下次编制才不会丢失',
      () => 'Carry wording edited in Word back to the data or the templates, or the next build will lose it',
    ],
  ),
  AUDIT_GLYPH: entry<{ where: Where; codePoint: string; around: string }>(
    'error',
    [
      ({ where, codePoint, around }) => `${where.zh}有显示不出的字（${codePoint}，“…${around}…”）`,
      ({ where, codePoint, around }) =>
        `${where.en}: a character shows as a box (${codePoint}, “…${around}…”)`,
    ],
    [
      () => '字体里没有这个字，或文字转换时损坏：在数据中换成通用的字',
      () => 'No font has it, or a conversion broke it: use a common character in the data',
    ],
  ),
  AUDIT_RADICAL: entry<{
    where: Where;
    character: string;
    codePoint: string;
    meant: string;
    around: string;
    count: number;
  }>(
    'error',
    [
      ({ where, character, codePoint, around, count }) =>
        `${where.zh}的“${character}”（${codePoint}）是部首或兼容字符，不是汉字（“…${around}…”${count === 1 ? '' : `，共 ${String(count)} 处`}）`,
      ({ where, character, codePoint, around, count }) =>
        `${where.en}: ${character} (${codePoint}) is a radical or compatibility character (“…${around}…”${count === 1 ? '' : `, ${String(count)} times in all`})`,
    ],
    [
      ({ meant, character }) =>
        `${meant === character ? '换成相应的汉字' : `换成“${meant}”`}；这种字符多是从 PDF 复制到数据里的，看着一样却检索不到，在数据文件中查找它`,
      ({ meant, character }) =>
        `${meant === character ? 'Use the ideograph it looks like' : `Use ${meant}`}; such characters come from copying out of a PDF into the data and are not found by searching; look for it in the data files`,
    ],
  ),
  AUDIT_FIELD_EMPTY: entry<{ where: Where; instruction: string }>(
    'error',
    [
      ({ where, instruction }) => `${where.zh}的域或页码是空的：${instruction}`,
      ({ where, instruction }) => `${where.en}: a field or page number shows nothing: ${instruction}`,
    ],
    [
      () => '在 Word 中右键该处选“更新域”，或重新编制',
      () => 'Update the field in Word, or build the report again',
    ],
  ),
  AUDIT_CONTENTS_EMPTY: entry<{ where: Where }>(
    'error',
    [({ where }) => `${where.zh}的目录是空的`, ({ where }) => `${where.en}: the contents are empty`],
    [
      () => '在 Word 中右键目录选“更新域”，或重新编制',
      () => 'Update the table of contents in Word, or build the report again',
    ],
  ),
  AUDIT_CONTENTS_PAGE: entry<{ where: Where; entry: string; found: string; page: string }>(
    'error',
    [
      ({ where, entry, found, page }) =>
        `${where.zh}：目录中${entry}的页码是 ${found}${page === '' ? '，与前面的页码不相接' : `，实在第 ${page} 页`}`,
      ({ where, entry, found, page }) =>
        `${where.en}: the contents give page ${found} for ${entry}${page === '' ? ', which cannot follow the page before' : `, which is on ${page}`}`,
    ],
    [() => auditHintZh, () => auditHintEn],
  ),
  AUDIT_CHART_CACHE: entry<{ where: Where; what: string; expected: string; found: string }>(
    'error',
    [
      ({ where, what, expected, found }) =>
        `${where.zh}中画出的“${what}”应为 ${expected || '空'}，成品中是 ${found || '空'}`,
      ({ where, what, expected, found }) =>
        `${where.en} draws “${what}” as ${found || 'nothing'}, not ${expected || 'nothing'}`,
    ],
    [() => auditHintZh, () => auditHintEn],
  ),
  AUDIT_WORKBOOK: entry<{ where: Where; cell: string; what: string; expected: string; found: string }>(
    'error',
    [
      ({ where, cell, what, expected, found }) =>
        cell === ''
          ? `${where.zh}没有内嵌的工作簿，不能编辑数据`
          : `${where.zh}的内嵌工作簿中 ${cell}${what === '' ? '' : `（${what}）`}应为 ${expected || '空'}，成品中是 ${found || '空'}`,
      ({ where, cell, what, expected, found }) =>
        cell === ''
          ? `${where.en} has no workbook to edit`
          : `${where.en}: cell ${cell}${what === '' ? '' : ` (${what})`} of the workbook should be ${expected || 'empty'} and is ${found || 'empty'}`,
    ],
    [() => auditHintZh, () => auditHintEn],
  ),
  AUDIT_UNREADABLE: entry<{ format: string; reason: string }>(
    'error',
    [
      ({ format, reason }) => `${format} 成品读不回来：${reason}`,
      ({ format, reason }) => `The finished ${format} cannot be read: ${reason}`,
    ],
    [() => '文件已损坏：重新编制', () => 'The file is damaged: build the report again'],
  ),
  AUDIT_BYTES: entry<{ file: string }>(
    'info',
    [
      ({ file }) => `${file} 在编制之后改动过；以下按内容核对`,
      ({ file }) => `${file} was changed after it was built; its content is compared below`,
    ],
    [() => '', () => ''],
  ),
  AUDIT_FILE_MISSING: entry<{ file: string }>(
    'error',
    [({ file }) => `缺少 ${file}`, ({ file }) => `${file} is missing`],
    [() => '重新编制', () => 'Build the report again'],
  ),
  AUDIT_INPUTS_CHANGED: entry<{ files: readonly string[] }>(
    'info',
    [
      ({ files }) =>
        `编制之后改过 ${listZh(files.slice(0, 5))}${files.length > 5 ? ` 等 ${String(files.length)} 个文件` : ''}，不能按原样重新成文：只核对 figures.json 中的数是否都在，图表和工作簿是否一致`,
      ({ files }) =>
        `Changed since the build: ${listEn(files.slice(0, 5))}${files.length > 5 ? ` and ${String(files.length - 5)} more` : ''}; the text cannot be composed again, so only this is compared: every figure of figures.json is there, charts agree with their workbooks`,
    ],
    [() => '要核对全部内容，请重新编制', () => 'Build the report again to have all of it compared'],
  ),
  AUDIT_LEDGER: entry<{ file: string; key: string; expected: string; found: string }>(
    'error',
    [
      ({ file, key, expected, found }) => `${file} 中 ${key} 是 ${found || '空'}，应为 ${expected || '空'}`,
      ({ file, key, expected, found }) =>
        `${file} has ${found || 'nothing'} for ${key}, not ${expected || 'nothing'}`,
    ],
    [() => auditHintZh, () => auditHintEn],
  ),
  // audit: layout
  LAYOUT_SHRUNK: layoutEntry(
    '有内容比版心宽，浏览器因此把全书缩小了，多半是',
    'wider than the page, so that the browser set the whole document smaller; probably',
    [
      '缩短这处文字，或者调整表的各列宽度（columns=），或者横排（wide=true）',
      'Shorten it, or change the widths of the columns (columns=), or set the table on a landscape page (wide=true)',
    ],
  ),
  LAYOUT_OUTSIDE: layoutEntry('文字超出版心', 'text beyond the type area:', [
    '缩短文字，或者把宽表横排（wide=true）、调整各列宽度（columns=）',
    'Shorten it, or set the wide table on a landscape page (wide=true) or with other column widths (columns=)',
  ]),
  LAYOUT_OVERLAP: layoutEntry('两处文字重叠', 'two texts on top of each other:', [
    '图中的，加大图的高度或者缩短标签；正文中的，缩短文字',
    'In a chart, give it more height or shorter labels; elsewhere, shorten the text',
  ]),
  LAYOUT_CELL: layoutEntry('单元格太窄，文字挤到下一格', 'a cell too narrow, its text runs into the next:', [
    '调整表的各列宽度（columns=），或者横排（wide=true）',
    'Change the widths of the columns (columns=), or set the table on a landscape page (wide=true)',
  ]),
  LAYOUT_BROKEN: layoutEntry('一个数或者一个词断在两行', 'a number or a word broken over two lines:', [
    '调整表的各列宽度（columns=），或者改动前后的文字',
    'Change the widths of the columns (columns=) or the words around it',
  ]),
  LAYOUT_ALONE: layoutEntry(
    '标题、图表名或者表头落在页末，内容在下一页',
    'what it leads stands on the next page:',
    [
      '增减前面的文字，或者调整图表的位置',
      'Lengthen or shorten the text before it, or move the chart or table',
    ],
  ),
  LAYOUT_APART: layoutEntry(
    '注或者资料来源同图表不在一页',
    'a note or source on another page than its chart or table:',
    [
      '增减前面的文字，或者调整图表的位置',
      'Lengthen or shorten the text before it, or move the chart or table',
    ],
  ),
  LAYOUT_WIDOW: layoutEntry(
    '页首只有上一段的末行',
    'the last line of a paragraph alone at the top of a page:',
    ['把这一段增减几个字', 'Lengthen or shorten the paragraph by some words'],
  ),
  LAYOUT_EMPTY: layoutEntry(
    '这一页几乎是空的，文字只到版心高度的',
    'a nearly empty page, its text reaches down',
    [
      '增减这一章的文字，或者调整图表的位置和高度',
      'Lengthen or shorten the chapter, or move its charts and tables or change their height',
    ],
  ),
  LAYOUT_CONTENTS: layoutEntry('目录的一条排成两行', 'an entry of the contents on two lines:', [
    '缩短这个标题',
    'Shorten the heading',
  ]),
  // batch
  REPORT_TIMED_OUT: entry<{ seconds: number }>(
    'error',
    [
      ({ seconds }) => `编制超过 ${String(seconds)} 秒，已中止`,
      ({ seconds }) => `The build took more than ${String(seconds)} seconds and was ended`,
    ],
    [
      () => '用 --timeout 给出更长的时间；仍不完成的，检查数据和图表中有没有异常多的内容',
      () =>
        'Give it longer with --timeout; if that does not help, look for far too much of something in its data and charts',
    ],
  ),
  REPORT_OUT_OF_MEMORY: entry<object>(
    'error',
    [
      () => '编制所需的内存超过可用的内存，已中止',
      () => 'The build needed more memory than there is and was ended',
    ],
    [
      () => '检查数据、模板和图表中有没有异常多的内容；没有的，换一台内存更大的机器',
      () =>
        'Look for far too much of something in its data, templates and charts; if there is none, use a machine with more memory',
    ],
  ),
  // write
  VERIFY_MANIFEST: entry<{ file: string }>(
    'error',
    [
      ({ file }) => `${file} 不是本程序写出的，或者太旧，不能据以重新编制`,
      ({ file }) => `${file} was not written by this program, or is too old to build from`,
    ],
    [() => '重新编制', () => 'Build the report again'],
  ),
  VERIFY_EDITED: entry<{ file: string }>(
    'error',
    [({ file }) => `${file} 在编制之后改动过`, ({ file }) => `${file} was changed after it was built`],
    [
      () => '改动如有必要，写回数据后重新编制（npm run readback）',
      () => 'Bring the change into the data (npm run readback) and build the report again',
    ],
  ),
  VERIFY_FILE_MISSING: entry<{ file: string }>(
    'error',
    [({ file }) => `缺少 ${file}`, ({ file }) => `${file} is missing`],
    [() => '重新编制', () => 'Build the report again'],
  ),
  VERIFY_INPUTS_CHANGED: entry<{ files: readonly string[] }>(
    'error',
    [
      ({ files }) =>
        `编制之后改过 ${listZh(files.slice(0, 5))}${files.length > 5 ? ` 等 ${String(files.length)} 个文件` : ''}`,
      ({ files }) =>
        `Changed since the build: ${listEn(files.slice(0, 5))}${files.length > 5 ? ` and ${String(files.length - 5)} more` : ''}`,
    ],
    [
      () => '成品是按改动以前的文件编制的：重新编制，或者恢复这些文件',
      () => 'The documents were made from the files as they were: build again, or restore the files',
    ],
  ),
  VERIFY_MADE_WITH: entry<{ what: 'program' | 'node' | 'browser' | 'fonts'; then: string; now: string }>(
    'warning',
    [
      ({ what, then, now }) =>
        `编制时所用的${{ program: '程序', node: 'Node', browser: '浏览器', fonts: '字体' }[what]}是 ${then}，现在是 ${now}`,
      ({ what, then, now }) =>
        `Built with ${{ program: 'version', node: 'Node', browser: 'browser', fonts: 'fonts' }[what]} ${then}, now ${now}`,
    ],
    [
      () => '逐字节相同只在同样的版本之间可以期待',
      () => 'The same bytes can only be expected of the same versions',
    ],
  ),
  VERIFY_DIFFERS: entry<{ file: string; at: number }>(
    'error',
    [
      ({ file, at }) => `重新编制的 ${file} 与原来的不同，从第 ${String(at)} 个字节起`,
      ({ file, at }) => `${file}, built again, is not the same from byte ${String(at)} on`,
    ],
    [
      () => '原因见上；上面没有原因的，请作为程序的缺陷报告',
      () => 'The reason is above; where there is none, please report a defect of the program',
    ],
  ),
  VERIFY_NOT_REBUILT: entry<{ file: string }>(
    'info',
    [
      ({ file }) => `${file} 没有重新编制：它还取决于一份旧版`,
      ({ file }) => `${file} was not built again: it depends on an earlier edition, too`,
    ],
    [() => '', () => ''],
  ),
  OUTPUT_NOT_WRITTEN: entry<{ folder: string; reason: string }>(
    'error',
    [
      ({ folder, reason }) => `不能写入 ${folder}（${refusalReason(reason, 0)}）`,
      ({ folder, reason }) => `Cannot write ${folder} (${refusalReason(reason, 1)})`,
    ],
    [({ reason }) => refusalHint(reason, 0), ({ reason }) => refusalHint(reason, 1)],
  ),
  CHANGES_NOT_FOUND: entry<{ folder: string; base: string; manifest: string }>(
    'error',
    [
      ({ folder, base, manifest }) =>
        `没有找到 ${base} 以前的版本：${folder} 和 ${folder}/${base} 中都没有能读的 ${manifest}`,
      ({ folder, base, manifest }) =>
        `There is no earlier edition of ${base}: neither ${folder} nor ${folder}/${base} has a readable ${manifest}`,
    ],
    [
      () =>
        '--track-changes-from 给出同一报告、同一主题和语言以前编制时的输出文件夹；没有旧版的，不用这个选项',
      () =>
        'Name with --track-changes-from the folder the same report was built into before, in the same theme and language; leave the option out where there is none',
    ],
  ),
  CHANGES_OTHER_REPORT: entry<{ folder: string; expected: string; found: string }>(
    'error',
    [
      ({ folder, expected, found }) => `${folder} 中是 ${found}，不是 ${expected}，不能比较`,
      ({ folder, expected, found }) => `${folder} holds ${found}, not ${expected}, and is not compared`,
    ],
    [
      () => '给出同一报告以前编制时的输出文件夹',
      () => 'Name the folder the same report was built into before',
    ],
  ),
  CHANGES_FILE_MISSING: entry<{ file: string }>(
    'error',
    [
      ({ file }) => `缺少 ${file}，没有旧版可比`,
      ({ file }) => `${file} is missing: there is nothing to compare with`,
    ],
    [
      () => '旧版编制时没有出 DOCX，或者已删除：用旧版的数据和模板重新编制',
      () => 'The earlier build made no DOCX, or it was deleted: build that edition again from its data',
    ],
  ),
  CHANGES_EDITED: entry<{ file: string }>(
    'warning',
    [
      ({ file }) => `${file} 在编制之后改动过；修订标记是与改动后的文字比较得出的`,
      ({ file }) => `${file} was edited after it was built; the changes are marked from what it says now`,
    ],
    [
      () => '要与当时编制的文字比较，请用原来的文件',
      () => 'Put the original file back to see the changes from what was built',
    ],
  ),
  CHANGES_NONE: entry<{ folder: string }>(
    'info',
    [
      ({ folder }) => `与 ${folder} 中的旧版相比，文字、数和图都没有变化，不另出带修订标记的 DOCX`,
      ({ folder }) =>
        `Nothing changed since the edition in ${folder} in text, figures or charts: no DOCX with changes was made`,
    ],
    [() => '', () => ''],
  ),
  DOCX_NOT_DOCX: entry<{ file: string; kind: 'empty' | 'compound' | 'other' }>(
    'error',
    [
      ({ file, kind }) =>
        kind === 'empty'
          ? `${file} 是空文件`
          : kind === 'compound'
            ? `${file} 是旧版 Word 文件（.doc），或者设了打开密码`
            : `${file} 不是 Word 文档（DOCX）`,
      ({ file, kind }) =>
        kind === 'empty'
          ? `${file} is empty`
          : kind === 'compound'
            ? `${file} is of Word before 2007 (.doc), or locked with a password`
            : `${file} is not a Word document (DOCX)`,
    ],
    [
      () => '在 Word 或 WPS 中打开，取消密码，另存为“Word 文档（*.docx）”后重试',
      () => 'Open it in Word or WPS, remove the password, save it as “Word document (*.docx)”, and try again',
    ],
  ),
  DOCX_DAMAGED: entry<{ file: string; part: string; reason: string }>(
    'error',
    [
      ({ file, part, reason }) => `${file} 已损坏${part === '' ? '' : `：其中的 ${part}`}（${reason}）`,
      ({ file, part, reason }) => `${file} is damaged${part === '' ? '' : `: ${part} in it`} (${reason})`,
    ],
    [
      () => '重新复制或下载一份；仍不行，在 Word 中用“打开并修复”打开，另存后重试',
      () => 'Copy or download it again; failing that, use “Open and Repair” in Word, save it, and try again',
    ],
  ),
  DOCX_MACROS: entry<{ file: string }>(
    'error',
    [({ file }) => `${file} 带有宏，不予读取`, ({ file }) => `${file} bears macros and is not read`],
    [
      () => '在 Word 中另存为不带宏的“Word 文档（*.docx）”后重试',
      () => 'Save it in Word as “Word document (*.docx)”, without macros, and try again',
    ],
  ),
  DOCX_TOO_LARGE: entry<{ file: string; part: string; megabytes: number }>(
    'error',
    [
      ({ file, part, megabytes }) =>
        `${file} 过大${part === '' ? '' : `：到其中的 ${part} 为止`}，展开后有 ${String(megabytes)} MB`,
      ({ file, part, megabytes }) =>
        `${file} is too large${part === '' ? '' : `: up to ${part} in it`}, ${String(megabytes)} MB unpacked`,
    ],
    [
      () => '确认这是本程序编制的报告；去掉插入的大图片后重试',
      () => 'Make sure it is a report of this program; remove large pictures and try again',
    ],
  ),
  // readback
  READBACK_FILE_MISSING: entry<{ file: string }>(
    'error',
    [({ file }) => `没有文件 ${file}`, ({ file }) => `There is no file ${file}`],
    [() => '检查路径和文件名', () => 'Check the path and the name'],
  ),
  READBACK_FILE_UNREADABLE: entry<{ file: string; reason: string }>(
    'error',
    [
      ({ file, reason }) => `打不开 ${file}（${reason}）`,
      ({ file, reason }) => `Cannot open ${file} (${reason})`,
    ],
    [
      () => '给出的应是一个 DOCX 文件，不是文件夹；在别的程序中打开着的先关闭，并看有没有读取权限',
      () =>
        'Name a DOCX file, not a folder; close it in other programs, and see whether you are permitted to read it',
    ],
  ),
  READBACK_NOT_OURS: entry<{ file: string }>(
    'error',
    [
      ({ file }) => `${file} 没有编制记号：不是本程序编制的报告，或者另存时丢了文档属性`,
      ({ file }) =>
        `${file} bears no mark of a build: it is no report of this program, or its properties were lost when it was saved`,
    ],
    [
      () => '请在编制出来的 DOCX 上修改；不要把正文复制到新文档，不要用“检查文档”删除属性',
      () =>
        'Edit the DOCX that was built; do not copy its text into a new document, nor remove its properties with “Inspect Document”',
    ],
  ),
  READBACK_REPORT_UNKNOWN: entry<{ file: string; report: string }>(
    'error',
    [
      ({ file, report }) => `${file} 是 ${report} 的报告，这里没有它的数据`,
      ({ file, report }) => `${file} is the report ${report}, of which there are no data here`,
    ],
    [
      () => '在有这份数据（data/<地区>/<年份>.yaml）的项目中读回',
      () => 'Read it back in the project that has its data (data/<region>/<period>.yaml)',
    ],
  ),
  READBACK_BUILD_OTHER: entry<{ file: string; folder: string; build: string }>(
    'error',
    [
      ({ file, folder, build }) =>
        `${folder} 中没有 ${file} 所据的那次编制（${build}），或者其中的 DOCX 已改动`,
      ({ file, folder, build }) =>
        `${folder} does not hold the build ${file} was made in (${build}), or its DOCX was changed`,
    ],
    [
      () => '给出那次编制的输出文件夹（manifest.json 的 id 相同），或者不写 --build',
      () => 'Name the output folder of that build (the same id in manifest.json), or leave --build out',
    ],
  ),
  READBACK_OLDER: entry<{ file: string; build: string; present: string }>(
    'warning',
    [
      ({ file, build, present }) =>
        `${file} 是按另一版数据编制的（编制号 ${build}，现在是 ${present}）：以下是它与现有数据的差别，其中有数据后来的变化；不提出修改`,
      ({ file, build, present }) =>
        `${file} was built from other data (build ${build}, now ${present}): what follows is how it differs from the present data, later changes of these included; nothing is proposed`,
    ],
    [
      () => '有那次编制的输出文件夹时，用 --build 指明',
      () => 'If you have the output folder of that build, name it with --build',
    ],
  ),
  READBACK_WITHOUT_CONTROLS: entry<{ file: string }>(
    'warning',
    [
      ({ file }) => `${file} 编制时没有加内容控件，数据又已改过：正文中的数认不出来，改动只按文字列出`,
      ({ file }) =>
        `${file} was built without content controls and the data have changed since: figures in the text cannot be told, changes are listed as words`,
    ],
    [() => '对照文字的改动手工修改数据', () => 'Change the data by hand, following the changed words'],
  ),
  READBACK_CHART_WORKBOOK: entry<{ file: string; chart: string; shown: string; stored: string }>(
    'warning',
    [
      ({ file, chart, shown, stored }) =>
        `${file} 的图 ${chart} 画的是 ${shown}，图的工作表里是 ${stored}；以画的为准`,
      ({ file, chart, shown, stored }) =>
        `Chart ${chart} in ${file} shows ${shown} and its worksheet has ${stored}; what is shown counts`,
    ],
    [
      () => '在 Word 中右击图表，“编辑数据”，核对后保存',
      () => 'In Word, right-click the chart, choose “Edit Data”, see which is right, and save',
    ],
  ),
  READBACK_REFUSED: entry<{ files: readonly string[]; astray: readonly string[] }>(
    'error',
    [
      ({ files, astray }) =>
        astray.length > 0
          ? `不能写入 ${listZh(files)}：还会改动 ${listZh(astray.slice(0, 5))}`
          : `不能写入 ${listZh(files)}：照改以后数据读不出来`,
      ({ files, astray }) =>
        astray.length > 0
          ? `Cannot write ${listEn(files)}: ${listEn(astray.slice(0, 5))} would change, too`
          : `Cannot write ${listEn(files)}: with these changes the data could not be read`,
    ],
    [() => '按列出的差别手工修改数据', () => 'Change the data by hand, following the list'],
  ),
  READBACK_DATA_CHANGED: entry<{ file: string }>(
    'error',
    [
      ({ file }) => `${file} 在读回的时候被人改过，什么都没有写`,
      ({ file }) => `${file} was changed by somebody while it was read; nothing was written`,
    ],
    [() => '再读回一次', () => 'Read the document back again'],
  ),
  READBACK_NOT_WRITTEN: entry<{ files: readonly string[]; reason: string }>(
    'error',
    [
      ({ files, reason }) => `写不进 ${listZh(files)}（${reason}），数据没有改动`,
      ({ files, reason }) => `Cannot write ${listEn(files)} (${reason}); the data are as they were`,
    ],
    [
      () => '看文件和文件夹有没有写入权限、磁盘有没有满，再读回一次',
      () =>
        'See whether you are permitted to write the files and their folder and whether the disk is full, and try again',
    ],
  ),
  READBACK_ACCEPT_IDLE: entry<{ keys: readonly string[] }>(
    'warning',
    [
      ({ keys }) => `--accept 中的 ${listZh(keys)} 没有可以采用的新数`,
      ({ keys }) => `There is no new number to be taken for ${listEn(keys)}, named with --accept`,
    ],
    [
      () => '照“前后不一致”各条后面给出的编号原样填写',
      () => 'Give the keys as they stand with the contradictory figures in the list',
    ],
  ),
} as const satisfies Record<string, Entry<never>>;

export type DiagnosticCode = keyof typeof catalogue;
export type DiagnosticDetails<Code extends DiagnosticCode> = Parameters<
  (typeof catalogue)[Code]['message']['zh']
>[0];
