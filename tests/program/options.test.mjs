// What is typed after an option is shown as one line of letters: nothing of it steers the terminal.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { frozenSite, makeFolder } from '../tools.mjs';
import { signpost } from './tools.mjs';

const evil = '\u001B[2J\u001B]0;x\u0007\nerror: all is well';
const shown = '\\u{1B}[2J\\u{1B}]0;x\\u{07}\\nerror: all is well';
const folder = makeFolder();

// Without the line ends that belong there, no control character is left.
function assertPlain({ stdout, stderr }, words) {
  const text = stdout + stderr;
  // eslint-disable-next-line no-control-regex
  assert.doesNotMatch(text.replaceAll('\n', ''), /[\u0000-\u001F\u007F-\u009F]/, words.join(' '));
  assert.doesNotMatch(text, /^error: all is well/m, words.join(' '));
  assert.ok(text.includes(shown), `${words.join(' ')}\n${text}`);
}

test('an option that is refused is shown with its control characters escaped', () => {
  const table = path.join(folder, 't.csv');
  fs.writeFileSync(table, 'Group,Cases\nBoys,277\n');
  const answers = path.join(folder, `${evil}.csv`);
  fs.writeFileSync(answers, 'a\n');
  const refused = [
    ['build', '--site', frozenSite, '--out', path.join(folder, 'out'), '--base-url', `https://x.org/${evil}`],
    ['build', '--site', path.join(folder, evil)],
    ['build', '--date', evil],
    ['build', `--${evil}`],
    [evil],
    ['check', '--format', evil],
    ['protect', path.join(folder, `none${evil}`)],
    ['protect', table, '--profile', evil],
    ['protect', table, '--out', path.join(table, `none${evil}`, 'x.csv')],
    ['evaluate', path.join(folder, evil), '--questions', '2023-kpi3', '--period', '2025-04-01..2026-03-31',
      '--sent', '90', '--site', frozenSite],
    ['evaluate', answers, '--questions', '2023-kpi3', '--period', '2025-04-01..2026-03-31', '--sent', '90',
      '--site', frozenSite],
    ['reach', path.join(folder, evil)],
    ['search', evil, '--out', path.join(folder, evil)],
    ['translate', evil],
  ];
  for (const words of refused) {
    const result = signpost(...words);
    assert.ok(result.status !== 0, words.join(' '));
    assertPlain(result, words);
  }
});

test('a folder that may be called so is named so', () => {
  const words = ['build', '--site', frozenSite, '--out', path.join(folder, evil), '--date', '2026-11-23'];
  const result = signpost(...words);
  assert.equal(result.status, 0, result.stdout + result.stderr);
  assertPlain(result, words);
  assert.match(result.stdout, /^built \d+ pages, .* into .*\\u\{1B\}\[2J.*\\nerror: all is well in [\d.]+ s$/m);
});
