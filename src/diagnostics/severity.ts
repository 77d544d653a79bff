/** Errors keep a report from being made; warnings and notes do not. */
export type Severity = 'error' | 'warning' | 'info';
