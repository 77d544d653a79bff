/** Data as the JSON files of an output folder have it. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
