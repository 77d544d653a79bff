export function bePatient(): void;
