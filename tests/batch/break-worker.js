// Loaded before the program by `node --import`: the worker that reads the file BREAK_AT ends in an endless loop (BREAK_BY=hang) or takes all the
// memory there is (BREAK_BY=memory), as a chart or a library of ours might.
import { syncBuiltinESMExports } from 'node:module';
import threads from 'node:worker_threads';

const { BREAK_AT = '', BREAK_BY = '' } = process.env;
const faults = {
  hang: 'for (;;);',
  memory: 'const all = []; for (;;) all.push(new Array(1e5).fill(all.length));',
};
const fault = `
  const { promises } = require('node:fs');
  const { readFile } = promises;
  promises.readFile = function (path, ...rest) {
    if (String(path).endsWith(${JSON.stringify(BREAK_AT)})) { ${faults[BREAK_BY] ?? ''} }
    return readFile.call(this, path, ...rest);
  };
  require('node:module').syncBuiltinESMExports();
`;
threads.Worker = class extends threads.Worker {
  constructor(script, options) {
    super(options?.eval === true ? fault + String(script) : script, options);
  }
};
syncBuiltinESMExports();
