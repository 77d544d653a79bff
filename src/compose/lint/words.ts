/**
 * Words the rules know. Add to these lists rather than to the rules. Each is part of a regular expression.
 */

/** Verbs of a rise and of a fall. */
export const rises = ['增长', '上升', '提高', '增加', '提升', '扩大', '上涨'];
export const falls = ['下降', '减少', '降低', '下跌', '回落', '缩小', '缩短'];

/** Counters and units of statistics. Not those of dates, ages and names: 年, 月, 天, 期, 届, 类, 强. */
export const counters = [
  '件', '家', '家次', '项', '个', '起', '次', '人', '人次', '名', '户', '批', '批次', '份', '条', '处', '所', '篇', '场', '场次',
  '宗', '套', '台', '辆', '幅', '双', '片', '吨', '亩', '公里', '平方米', '元', '美元', '倍', '成', '%', '％', '‰', '个百分点', '百分点',
]; // prettier-ignore

/** A sentence that has one of these before it says what is meant to be, not what is. */
export const plans = [
  '计划', '拟', '预计', '预期', '预测', '将', '规划', '目标', '储备', '推荐', '申报', '安排', '力争', '争取', '争创', '名称', '设想', '有望', '待', '尚未',
]; // prettier-ignore

/** Among whom something is the first or the only one. */
export const scopes = [
  '全国', '全省', '全市', '全区', '国内', '省内', '市内', '我国', '我省', '我市', '历史上', '全球', '世界', '国际', '行业', '领域', '设区市', '副省级城市', '地级市',
]; // prettier-ignore

/** One of the words, as part of a regular expression; the longest first. */
export function oneOf(words: readonly string[]): string {
  return `(?:${[...words].sort((a, b) => b.length - a.length).join('|')})`;
}
