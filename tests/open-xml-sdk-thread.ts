import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { BroadcastChannel, Worker } from 'node:worker_threads';
import { answers, questions } from './open-xml-sdk.ts';

const library = pathToFileURL(createRequire(import.meta.url).resolve('@ooxml-tools/validate')).href;

// As text: a thread of its own reads no TypeScript.
const program = `
  const { parentPort, workerData } = require('node:worker_threads');
  // One after another: the library has one file system, and each question a file in it.
  let last = Promise.resolve();
  parentPort.on('message', (question) => {
    last = last.then(() => answer(question));
  });
  async function answer({ id, bytes, type, version }) {
    try {
      const { default: validate } = await import(workerData);
      parentPort.postMessage({ id, found: await validate(bytes, type, version) });
    } catch (error) {
      parentPort.postMessage({ id, error: String(error) });
    }
  }
`;

/** Answer what tests ask of the Open XML SDK, in a thread that starts with the first question; returns how to end it. */
export function answerOpenXml(): () => Promise<void> {
  const [asked, told] = [new BroadcastChannel(questions), new BroadcastChannel(answers)];
  let thread: Worker | undefined;
  asked.onmessage = (message) => {
    if (!thread) {
      thread = new Worker(program, { eval: true, workerData: library });
      thread.on('message', (answer) => {
        told.postMessage(answer);
      });
    }
    thread.postMessage((message as { readonly data: unknown }).data);
  };
  return async () => {
    asked.close();
    told.close();
    await thread?.terminate();
  };
}
