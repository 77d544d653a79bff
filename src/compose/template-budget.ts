import type Handlebars from 'handlebars';
import { limits, type LimitName } from '../diagnostics/limits.ts';

/** The templates of a report go on without end, or print more than a report can be. */
export class TemplateRunaway extends Error {
  override readonly name = 'TemplateRunaway';
  readonly limit: LimitName;
  readonly found: number;

  constructor(limit: LimitName, found: number) {
    super(`${limit}: ${found}`);
    this.limit = limit;
    this.found = found;
  }
}

/** A template stands in itself: said already, and to go on would say it again in every branch. */
export class TemplateCircle extends Error {
  override readonly name = 'TemplateCircle';
}

/** Counts what one run of the templates does. */
export interface TemplateBudget {
  /** Run a partial or a round of a loop. Throws `TemplateRunaway` when it is one too many. */
  spend(run: () => string): string;
}

export function templateBudget(): TemplateBudget {
  let rounds = 0;
  let characters = 0;
  return {
    spend(run) {
      rounds += 1;
      if (rounds > limits.rounds) throw new TemplateRunaway('rounds', rounds);
      const text = run();
      // A block that is one helper's markup hands it on as it is, which is no string and has no length.
      const printed: unknown = text;
      characters += String(printed).length;
      if (characters > limits.output) throw new TemplateRunaway('output', characters);
      return text;
    },
  };
}

/** Make `#each` count its rounds. */
export function countRounds(handlebars: typeof Handlebars, budget: TemplateBudget): void {
  const each = handlebars.helpers.each as (this: unknown, ...given: unknown[]) => unknown;
  handlebars.registerHelper('each', function (this: unknown, ...given: unknown[]) {
    const options = given.at(-1) as { fn?: (item: unknown, how: unknown) => string };
    const { fn } = options;
    const counted = fn && { fn: (item: unknown, how: unknown) => budget.spend(() => fn(item, how)) };
    return each.call(this, ...given.slice(0, -1), { ...options, ...counted });
  });
}
