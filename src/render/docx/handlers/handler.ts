import type { Element } from 'hast';
import type { ParagraphChild } from 'docx';
import type { Block, Context, RunContext } from '../context.ts';

/** Makes the blocks of one element. */
export type BlockHandler = (element: Element, context: Context) => Block[];

/** Makes the runs of one inline element. */
export type InlineHandler = (element: Element, context: RunContext) => ParagraphChild[];
