import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { YamlFile } from '../load/yaml-file.ts';
import { nearest } from './nearest.ts';
import type { Catalogue } from './schema/catalogue.ts';
import { rulesSchema, type RuleData } from './schema/rules.ts';
import { validateFile } from './validate-file.ts';

/** The rules, every indicator they name known. Reports INDICATOR_UNKNOWN. */
export function validateRules(
  yaml: YamlFile | undefined,
  catalogue: Catalogue,
  diagnostics: Diagnostics,
): readonly RuleData[] {
  const rules = yaml && validateFile(rulesSchema, yaml, diagnostics)?.rules;
  if (!yaml || !rules) return [];
  rules.forEach((rule, index) => {
    for (const [key, written] of Object.entries(rule)) {
      if (key === 'why' || key === 'within') continue;
      for (const name of Array.isArray(written) ? written : [written]) {
        if (typeof name !== 'string' || name.includes('*') || catalogue[name]) continue;
        const details = { name, candidates: nearest(name, Object.keys(catalogue)) };
        diagnostics.report('INDICATOR_UNKNOWN', details, yaml.place(['rules', index, key]));
      }
    }
  });
  return rules;
}
