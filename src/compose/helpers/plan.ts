import { convert } from '../../derive/convert.ts';
import { Exact } from '../../derive/decimal.ts';
import { findFigure } from '../../derive/facts.ts';
import type { Task } from '../../validate/schema/plan.ts';
import { word, type ComposeContext } from '../context.ts';
import { escapeHtml } from '../print.ts';
import { nameInLanguage } from '../../validate/name-in-language.ts';
import { textArgument } from './inline.ts';
import type { StructureHelper, ValueHelper } from './helper.ts';

type Role = 'lead' | 'support' | 'responsible';
const roles: readonly Role[] = ['lead', 'support', 'responsible'];

/** `{{#each (task-chapters)}}`: the chapters of a plan, each with its tasks, numbered through, and their departments. */
export const taskChapters: ValueHelper = (context) => {
  let number = 0;
  return (context.inputs.report.content.tasks ?? []).map((chapter, index) => ({
    id: `tasks-${String(index + 1)}`,
    title: chapter.title,
    text: chapter.text ?? '',
    path: ['tasks', index],
    tasks: chapter.tasks.map((task, at) => ({
      number: ++number,
      title: task.title,
      text: task.text,
      path: ['tasks', index, 'tasks', at],
      departments: roles.flatMap((role) =>
        task[role] ? [{ role, names: task[role].map((name) => canonicalName(context, name)) }] : [],
      ),
    })),
  }));
};

/**
 * `(task-matrix)`: departments down, numbers of the tasks that have departments across, a mark where they meet: ● leading
 * or responsible, ○ supporting. Departments come in the order they are first named.
 */
export const taskMatrix: ValueHelper = (context) => {
  const tasks = (context.inputs.report.content.tasks ?? []).flatMap((chapter) => chapter.tasks);
  const numbered = tasks
    .map((task, index) => ({ task, number: index + 1 }))
    .filter(({ task }) => namesOf(task).length > 0);
  const names = [
    ...new Set(numbered.flatMap(({ task }) => namesOf(task).map((name) => canonicalName(context, name)))),
  ];
  const markOf = (name: string, task: Task): string => {
    const has = (role: Role): boolean =>
      task[role]?.some((written) => canonicalName(context, written) === name) === true;
    if (has('lead') || has('responsible')) return '●';
    return has('support') ? '○' : '';
  };
  const isDivided = tasks.some((task) => task.lead ?? task.support);
  return {
    columns: ['15', ...numbered.map(() => '2.2')].join(' '),
    note: word(context, isDivided ? 'matrix.lead_and_support' : 'matrix.responsible'),
    numbers: numbered.map(({ number }) => String(number)),
    rows: names.map((name) => ({ name, marks: numbered.map(({ task }) => markOf(name, task)) })),
  };
};

function namesOf(task: Task): string[] {
  return roles.flatMap((role) => task[role] ?? []);
}

function canonicalName({ inputs }: ComposeContext, written: string): string {
  const department = inputs.departments.spellings.get(written);
  return department ? nameInLanguage(inputs.language, department.name) : written;
}

/**
 * `{{target-status "id"}}`: 已达到, 未到期 before the target's year, or 未达到; decided on the figures as stated and not on rounded rates; 数据暂缺 without a
 * figure, 口径不同 where it does not measure the target. A target below its base is reached from above.
 */
export const targetStatus: StructureHelper = (context, call) => {
  const id = textArgument(context, call, 0);
  const target = context.facts.targets.get(id ?? '');
  if (!target) return '';
  return escapeHtml(word(context, `target.${statusOf(context, target.indicator)}`));
};

function statusOf(
  { facts }: ComposeContext,
  id: string,
): 'missing' | 'differs' | 'reached' | 'not_due' | 'missed' {
  const target = facts.targets.get(id);
  if (target?.comparable !== true) return 'differs';
  const figure = findFigure(facts, id, facts.progressPeriod);
  if (!figure) return 'missing';
  const { base, target: goal } = target;
  const now = convert(figure.value, figure.unit, goal.unit, facts.units);
  const start = convert(base.value, base.unit, goal.unit, facts.units);
  if (!now || !start || figure.qualifier !== undefined || figure.to !== undefined) return 'differs';
  const there = new Exact(goal.value);
  if (there.lt(start) ? now.lte(there) : now.gte(there)) return 'reached';
  return Number(facts.progressPeriod) < Number(goal.period) ? 'not_due' : 'missed';
}
