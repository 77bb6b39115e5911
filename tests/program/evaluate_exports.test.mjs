// `signpost evaluate` with the export of each tool: the files of exports/, and beside each the whole
// of what is printed and written (NAME.txt, whose first line has the options).
// SIGNPOST_UPDATE_GOLDEN=1 writes those anew: read the diff.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { makeFolder, program, root } from '../tools.mjs';

const exports = path.join(root, 'tests/program/exports');
const folder = makeFolder();
const site = path.join(folder, 'site');
const results = path.join(folder, 'results.yaml');
fs.mkdirSync(path.join(site, 'content/_data'), { recursive: true });
fs.writeFileSync(path.join(site, 'site-config.yaml'), 'service: {name: A service}\n');
fs.copyFileSync(path.join(exports, 'question-sets.yaml'), path.join(site, 'content/_data/question-sets.yaml'));

const usual = { '--questions': 'core', '--period': '2025-04-01..2026-03-31', '--site': site, '--out': results };

// Options are separated by spaces; one in quotes may hold some.
function optionsOf(line) {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((each) => each[1] ?? each[2]);
}

function run(name, options) {
  const copy = path.join(folder, name);
  fs.copyFileSync(path.join(exports, name), copy);
  const others = Object.entries(usual).filter(([option]) => !options.includes(option)).flat();
  const ran = spawnSync(program, ['evaluate', copy, ...others, ...options], { encoding: 'utf8' });
  fs.rmSync(copy);
  const written = fs.existsSync(results) ? fs.readFileSync(results, 'utf8') : 'nothing\n';
  fs.rmSync(results, { force: true });
  const printed = (ran.stdout + ran.stderr).replaceAll(folder, '');
  return `${printed}exit code ${ran.status}\n-- written --\n${written}`;
}

const names = fs.readdirSync(exports).filter((name) => !/\.txt$|\.yaml$/.test(name));
for (const name of names) {
  test(`${name} is counted as it is, or refused whole`, () => {
    const expected = path.join(exports, `${name}.txt`);
    const before = fs.existsSync(expected) ? fs.readFileSync(expected, 'utf8') : 'options:\n';
    const first = before.slice(0, before.indexOf('\n') + 1);
    const now = first + run(name, optionsOf(first.slice('options:'.length)));
    if (process.env.SIGNPOST_UPDATE_GOLDEN) fs.writeFileSync(expected, now);
    else assert.equal(now, before);
    // The invented people answer in words that hold "secret" and have addresses at example.org.
    assert.doesNotMatch(now, /secret|example\.org|192\.0\.2\./);
  });
}
