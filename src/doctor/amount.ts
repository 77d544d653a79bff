const gibibyte = 1024 ** 3;

/** Bytes as a person says them; nobody cares for more digits here. */
export function amount(bytes: number): string {
  return bytes >= gibibyte
    ? `${(bytes / gibibyte).toFixed(1)} GB`
    : `${String(Math.round(bytes / 1024 ** 2))} MB`;
}
