// What tests/style/check-lengths says of files and functions that are too long, and of those that
// are just short enough.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { makeFolder, root } from '../tools.mjs';

const lines = (count, line) => `${line}\n`.repeat(count);
const files = {
  'short.h': lines(400, '// A line.'),
  'long.h': lines(401, '// A line.'),
  'short': `#!/bin/bash\nshort() {\n${lines(58, '  echo')}}\necho\n`,
  'long': `#!/bin/bash\nlong() {\n${lines(59, '  echo')}}\necho\n`,
  'short.mjs': `export function short() {\n${lines(58, '  short();')}}\n`,
  'long.mjs': `export function long() {\n${lines(59, '  long();')}}\n`,
};

test('files over 400 lines and functions over 60 are told with their places', () => {
  const folder = makeFolder();
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text);
  const check = (...names) => {
    const { status, stdout, stderr } =
      spawnSync(path.join(root, 'tests/style/check-lengths'), names, { cwd: folder, encoding: 'utf8' });
    return { status, told: (stdout + stderr).trimEnd().split('\n') };
  };
  assert.deepEqual(check('short.h', 'short', 'short.mjs'), { status: 0, told: [''] });
  assert.deepEqual(check(...Object.keys(files)), {
    status: 1,
    told: [
      'long.h:401: the file is longer than 400 lines: part it where its subject changes',
      'long:2: the function long() is longer than 60 lines: make a function of each of its steps',
      "long.mjs:1: Function 'long' has too many lines (61). Maximum allowed is 60. (max-lines-per-function)",
    ],
  });
});
