/** What is known of a failing rule, for its message. */
export interface RuleFailure {
  readonly name: string;
  readonly stated: string;
  readonly computed?: string | undefined;
  /** The values that would satisfy the rule, where they can be named. */
  readonly expected?: string | undefined;
  readonly cause?: FailureCause | undefined;
  readonly against: readonly { readonly name: string; readonly text: string; readonly where: string }[];
}

type FailureCause =
  | { readonly kind: 'truncated' | 'last-year' | 'sign' }
  | { readonly kind: 'years'; readonly years: number }
  | { readonly kind: 'scale'; readonly power: number }
  | { readonly kind: 'swapped'; readonly digits: string };

type Side = 'zh' | 'en';

/** 审结案件 5094件（data/…/2022.yaml:130）: every number a rule set the stated one against, with its place. */
function othersOf({ against }: RuleFailure, side: Side): string {
  const items = against.map(
    ({ name, text, where }) => `${name} ${text}${side === 'zh' ? `（${where}）` : ` (${where})`}`,
  );
  return items.join(side === 'zh' ? '、' : ', ');
}

const causes: Record<FailureCause['kind'], Record<Side, (cause: FailureCause) => string>> = {
  truncated: {
    zh: () => '只有截尾而不四舍五入才得到所载数',
    en: () => 'only truncation instead of rounding gives the stated value',
  },
  'last-year': { zh: () => '所载数与上年相同，可能没有更新', en: () => 'it is last year’s figure, left in' },
  sign: { zh: () => '可能少了或多了负号', en: () => 'its sign may be wrong' },
  years: {
    zh: (cause) => `按 ${String('years' in cause ? cause.years : '')} 年开方才得到所载数，间隔的年数算错了`,
    en: (cause) =>
      `only the root over ${String('years' in cause ? cause.years : '')} years gives it: the wrong number of years`,
  },
  scale: {
    zh: (cause) =>
      `差 10 的 ${String('power' in cause ? Math.abs(cause.power) : '')} 次方，可能是万、亿或小数点写错`,
    en: (cause) =>
      `it is off by ten to the ${String('power' in cause ? Math.abs(cause.power) : '')}: a slip of 万, 亿 or the point`,
  },
  swapped: {
    zh: (cause) => `两位数字可能颠倒：${'digits' in cause ? cause.digits : ''}`,
    en: (cause) => `two digits may be swapped: ${'digits' in cause ? cause.digits : ''}`,
  },
};

/** The sentence of a failing rule: what is stated, what it was set against, what would do, and the likely cause. */
export function ruleMessage(words: Record<Side, string>, side: Side) {
  return (failure: RuleFailure): string => {
    const { name, stated, cause } = failure;
    const isNamed = failure.against.some(({ text }) => text === failure.computed);
    const computed = isNamed ? undefined : failure.computed;
    const others = othersOf(failure, side);
    const why = cause ? causes[cause.kind][side](cause) : '';
    if (side === 'zh') {
      const against = others === '' ? '' : `：${others}`;
      const gives = computed === undefined ? '' : `，得 ${computed}`;
      return `${name} 所载为 ${stated}，${words.zh}${against}${gives}${why === '' ? '' : `（${why}）`}`;
    }
    const against = others === '' ? '' : `: ${others}`;
    const gives = computed === undefined ? '' : `; that gives ${computed}`;
    return `${name} is stated as ${stated}; ${words.en}${against}${gives}${why === '' ? '' : ` (${why})`}`;
  };
}

/** What to do: the values that would hold, or to look at both numbers, or to waive. */
export function ruleHint(side: Side) {
  return ({ expected }: RuleFailure): string => {
    if (side === 'zh') {
      const values = expected === undefined ? '核对这些数' : `应为 ${expected}，或核对其余各数`;
      return `${values}；来源如此、须原样印出的，在 waivers 中写明理由和责任单位`;
    }
    const values =
      expected === undefined
        ? 'Check these figures'
        : `It should be ${expected}, or one of the others is wrong`;
    return `${values}; where the source says so and it must be printed, give the reason and the office under waivers`;
  };
}
