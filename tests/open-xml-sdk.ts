import { BroadcastChannel } from 'node:worker_threads';

/** The kinds of file and the versions of Office that are asked about. */
export interface Question {
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly type: 'docx' | 'xlsx';
  readonly version: 'Microsoft365' | 'Office2007';
}

export interface Answer {
  readonly id: string;
  readonly found?: readonly unknown[];
  readonly error?: string;
}

export const questions = 'open-xml-sdk-questions';
export const answers = 'open-xml-sdk-answers';

let asked = 0;
/** Threads count their questions apart. */
const thread = String(process.hrtime.bigint());

/** What the Open XML SDK finds wrong with a file; nothing in one that is right. One thread answers all tests, for it takes seconds to start. */
export function validate(
  bytes: Uint8Array,
  type: Question['type'],
  version: Question['version'],
): Promise<readonly unknown[]> {
  const id = `${thread}-${String((asked += 1))}`;
  const [out, back] = [new BroadcastChannel(questions), new BroadcastChannel(answers)];
  return new Promise<readonly unknown[]>((resolve, reject) => {
    back.onmessage = (message) => {
      const { id: of, found, error } = (message as { readonly data: Answer }).data;
      if (of !== id) return;
      if (found) resolve(found);
      else reject(new Error(error));
    };
    out.postMessage({ id, bytes, type, version } satisfies Question);
  }).finally(() => {
    out.close();
    back.close();
  });
}
