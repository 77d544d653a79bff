/** Whether an id fits a pattern in which `*` stands for any characters: `*.share`, `creation.*.cumulative`. */
export function matches(pattern: string, id: string): boolean {
  if (!pattern.includes('*')) return pattern === id;
  const parts = pattern.split('*').map((part) => part.replace(/[.\\^$|?+()[\]{}]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(id);
}
