import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Path, YamlFile } from '../load/yaml-file.ts';
import { nearest } from './nearest.ts';
import { departmentsSchema, type Departments } from './schema/departments.ts';
import type { ReportFile } from './schema/report.ts';
import { validateFile } from './validate-file.ts';

export type Department = Departments[string] & { readonly id: string };

/** Departments by every way of writing them: id, name and aliases. */
export interface DepartmentRegister {
  readonly spellings: ReadonlyMap<string, Department>;
}

/** Read the register. Reports NAME_TWICE where one spelling stands for two departments. */
export function registerDepartments(
  yaml: YamlFile | undefined,
  diagnostics: Diagnostics,
): DepartmentRegister {
  const spellings = new Map<string, Department>();
  const departments = yaml && validateFile(departmentsSchema, yaml, diagnostics)?.departments;
  for (const [id, department] of Object.entries(departments ?? {})) {
    for (const spelling of new Set([id, department.name.zh, ...department.aliases])) {
      const first = spellings.get(spelling);
      if (first) {
        const place = yaml?.place(['departments', id], 'key');
        diagnostics.report('NAME_TWICE', { name: spelling, first: first.id, second: id }, place);
      } else spellings.set(spelling, { ...department, id });
    }
  }
  return { spellings };
}

/** Every department an indicator or its file names is registered. Reports DEPARTMENT_UNKNOWN. */
export function checkCatalogueDepartments(
  yaml: YamlFile,
  { spellings }: DepartmentRegister,
  diagnostics: Diagnostics,
): void {
  // Validated before; only what is named, and where, is read again.
  const { department, indicators } = yaml.value as {
    readonly department?: string;
    readonly indicators: Readonly<Record<string, { readonly department?: string }>>;
  };
  const named: [path: Path, name: string | undefined][] = [
    [['department'], department],
    ...Object.entries(indicators).map(([id, indicator]): [Path, string | undefined] => [
      ['indicators', id, 'department'],
      indicator.department,
    ]),
  ];
  for (const [path, name] of named) {
    if (name === undefined || spellings.has(name)) continue;
    const candidates = nearest(name, spellings.keys());
    diagnostics.report('DEPARTMENT_UNKNOWN', { name, candidates }, yaml.place(path));
  }
}

/** Every department a task names is registered. Reports DEPARTMENT_UNKNOWN. */
export function checkDepartments(
  { content, yaml }: { readonly content: ReportFile; readonly yaml: YamlFile },
  { spellings }: DepartmentRegister,
  diagnostics: Diagnostics,
): void {
  content.tasks?.forEach(({ tasks }, chapter) => {
    tasks.forEach((task, index) => {
      for (const role of ['lead', 'support', 'responsible'] as const) {
        task[role]?.forEach((name, at) => {
          if (spellings.has(name)) return;
          const place = yaml.place(['tasks', chapter, 'tasks', index, role, at]);
          diagnostics.report(
            'DEPARTMENT_UNKNOWN',
            { name, candidates: nearest(name, spellings.keys()) },
            place,
          );
        });
      }
    });
  });
}
