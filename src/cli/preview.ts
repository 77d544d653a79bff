import type { Command } from './commands.ts';

export const preview: Command = () => Promise.resolve(70);
