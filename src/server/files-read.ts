/** What was read, by path in the project; undefined where there was no such file. */
export type FilesRead = ReadonlyMap<string, string | Uint8Array | undefined>;
