/** A contract with scripts: built or clean, wrong input, wrong usage, our bug. */
export const exitCodes = { ok: 0, input: 1, usage: 2, internal: 70 } as const;
