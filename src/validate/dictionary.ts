/** A record without inherited keys: names that come from files, such as `constructor`, find only what was written. */
export function dictionary<Value>(record: Readonly<Record<string, Value>> = {}): Record<string, Value> {
  return Object.assign(Object.create(null) as Record<string, Value>, record);
}
