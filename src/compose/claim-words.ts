import { counters, oneOf, scopes } from './lint/words.ts';

/** What the data must show for a claim to be printed. */
export type Evidence =
  | { readonly kind: 'level' }
  /** Not equal, but by no more than this part of the base. */
  | { readonly kind: 'near'; readonly part: string }
  | { readonly kind: 'times'; readonly atLeast: number }
  | { readonly kind: 'rise' | 'fall' }
  /** Above, or below, every earlier year known, of which there are at least two. */
  | { readonly kind: 'highest' | 'lowest' }
  /** The figure is a rank, and it is 1. */
  | { readonly kind: 'first' };

/** Words that claim something, which `{{claim}}` binds to data or to a source. */
export interface ClaimWords {
  /** What the words of a `{{claim}}` must contain. */
  readonly words: RegExp;
  /** How they stand in a sentence when nobody has bound them; the rise and fall of a figure has a rule of its own. */
  readonly loose?: RegExp;
  /** What binds them to an indicator; absent where data cannot show it. */
  readonly evidence?: Evidence;
  /** A source may say it where the data cannot. */
  readonly attested?: true;
  /** A plan may set it as its aim. */
  readonly aim?: true;
}

const scope = oneOf(scopes);
const stands = '(?:[居列占]|排名|名列|位列|走在|处于|跻身|进入|保持|持续)';
const someone = '[^，。；：\\n]{0,14}?';
const end = '(?=$|[，。；、：）\\n\\uFFFC和且])';
const han = '[一二三四五六七八九十]';
const counter = oneOf(counters.filter((unit) => !['成', '倍', '%', '％', '‰'].includes(unit)));
/** 近百家, 数十件, 十余人, 五百件; a number in digits is another rule's. */
const quantity = `(?<![\\p{Nd}.])(?:(?:[近约超逾数上]|超过|好几)[十百千万亿]+[余多]?${counter}|${han}?[十百千万]+[余多]${counter}|[一二三四五六七八九两][百千万亿][零〇一二三四五六七八九十百千万]*${counter})`;

/**
 * Every claim the tool knows, the more exact before the more general. To teach it another: what its words are, how they look when they
 * are not bound, and what binds them.
 */
export const claimWords = {
  'nearly level': { words: /基本持平/, loose: /基本持平/g, evidence: { kind: 'near', part: '0.01' } },
  level: { words: /持平/, loose: /(?<!基本)持平/g, evidence: { kind: 'level' } },
  'eight times': { words: /翻了?三番/, loose: /翻了?三番/g, evidence: { kind: 'times', atLeast: 8 } },
  'four times': { words: /翻了?两番/, loose: /翻了?[两二]番/g, evidence: { kind: 'times', atLeast: 4 } },
  double: { words: /翻了?一?番/, loose: /翻了?一?番/g, evidence: { kind: 'times', atLeast: 2 } },
  lowest: {
    words: /新低|历史最低/,
    loose: new RegExp(`历史性?(?:新低|最低)|创下?了?新低${end}`, 'g'),
    evidence: { kind: 'lowest' },
    attested: true,
  },
  highest: {
    words: /新高|历史最高/,
    loose: new RegExp(`历史性?(?:新高|最高)|创下?了?新高${end}`, 'g'),
    evidence: { kind: 'highest' },
    attested: true,
  },
  first: {
    words: /首位|第一(?![个家份例部项])|榜首|居首/,
    loose: new RegExp(
      `${stands}${someone}(?:首位(?!度)|榜首|第一(?:[位名]|(?=$|[，。；、：）\\n和且])))|${scope}第一(?:[位名]|(?=$|[，。；、：）\\n和且]))`,
      'g',
    ),
    evidence: { kind: 'first' },
    attested: true,
  },
  'first of its kind': {
    words: /第一[个家份例部项]/,
    loose: new RegExp(`${scope}[^，。；：\\uFFFC\\n]{0,8}第一[个家份例部项]`, 'g'),
    attested: true,
  },
  place: { words: new RegExp(`第${han}+[位名]?`), loose: new RegExp(`第${han}+[位名]`, 'g'), attested: true },
  front: {
    words: /前[列茅]/,
    loose: new RegExp(`${stands}${someone}前列|名列前茅`, 'g'),
    attested: true,
    aim: true,
  },
  leading: {
    words: /领先/,
    loose: new RegExp(`(?:${stands}|${scope}|遥遥)[^，。；：\\n]{0,6}?领先`, 'g'),
    attested: true,
    aim: true,
  },
  'for the first time': { words: /首次/, loose: /首次(?!公开|申请人|缴费)/g, attested: true, aim: true },
  'before others': { words: /率先/, loose: /率先/g, attested: true, aim: true },
  'the first': {
    words: /首[个家例起创座单笔款部]/,
    loose: /(?<![元榜居])首(?:个(?!工作日|年度|季度|月|完整)|创(?!精神|性)|[家例起座单笔款])/g,
    attested: true,
    aim: true,
  },
  'the only one': {
    words: /唯一/,
    loose: new RegExp(`${scope}[^，。；：\\n]{0,6}唯一|唯一一[个家份例部项]`, 'g'),
    attested: true,
  },
  'year after year': {
    words: /连续/,
    loose: /连续(?:[一二三四五六七八九十两多数]+|\p{Nd}+)年/gu,
    attested: true,
  },
  tenths: {
    words: new RegExp(`${han}成`),
    loose:
      /(?:(?<=[近约超逾达占过有为足，。；、（\n])|^)[一二三四五六七八九两]成(?=以上|以下|左右|多|[，。；、）的\n]|$)/g,
    attested: true,
  },
  multiple: {
    words: /(?<![一二两三四五六七八九十百数几])[一二两三四五六七八九十百数几]+[多余]?倍/,
    loose:
      /(?<![一二两三四五六七八九十百数几])[一二两三四五六七八九十百数几]+(?:点[零一二三四五六七八九]+)?[多余]?倍(?![^。；\n]*(?:赔偿|罚))/g,
    attested: true,
  },
  quantity: { words: new RegExp(quantity, 'u'), loose: new RegExp(quantity, 'gu'), attested: true },
  rise: { words: /增长|上升|提高|增加/, evidence: { kind: 'rise' } },
  fall: { words: /下降|减少|降低/, evidence: { kind: 'fall' } },
} as const satisfies Readonly<Record<string, ClaimWords>>;

/** The claim that words make; undefined where they make none the tool knows. */
export function claimIn(words: string): ClaimWords | undefined {
  return Object.values<ClaimWords>(claimWords).find((claim) => claim.words.test(words));
}
