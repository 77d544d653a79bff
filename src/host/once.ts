/** What was looked up under `key` before, or is now; whoever asks meanwhile waits for the same. */
export function once<Value>(
  known: Map<string, Promise<Value>>,
  key: string,
  look: () => Promise<Value>,
): Promise<Value> {
  const value = known.get(key) ?? look();
  known.set(key, value);
  return value;
}
