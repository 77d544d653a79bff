import type { InlineHandler } from './handler.ts';

/**
 * A printed figure, `data[value][data-figure]`: its text in the look of its surroundings. The one place to wrap figures
 * in content controls when the officer's corrections are to be read back.
 */
export const figureHandler: InlineHandler = (element, context) => context.runs(element, context);
