// `signpost evaluate`: raw answers stay outside the site, counts go in whole or not at all.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { makeFolder, program } from '../tools.mjs';

const folder = makeFolder();
const site = path.join(folder, 'site');
const data = path.join(site, 'content/_data');
const results = path.join(data, 'evaluation-2025-26.yaml');
const answers = path.join(folder, 'answers.csv');
fs.mkdirSync(data, { recursive: true });
fs.writeFileSync(path.join(site, 'site-config.yaml'), 'service: {name: A service}\n');
fs.writeFileSync(
  path.join(data, 'question-sets.yaml'),
  `- version: one
  title: One question
  scale: [0, 1]
  good_from: 1
  questions:
    - {key: ease, text: Easy, low: Hard, high: Easy, said: it was easy}
`,
);
fs.writeFileSync(answers, 'ease,comments\n1,kept back\n0,\n1,\n');

const usual = { '--questions': 'one', '--period': '2025-04-01..2026-03-31', '--site': site };

function evaluate(file, options = {}, ...flags) {
  const words = Object.entries({ ...usual, ...options }).flat();
  const run = spawnSync(program, ['evaluate', file, ...words, ...flags], { encoding: 'utf8' });
  return { code: run.status, out: run.stdout, error: run.stderr };
}

function refuses(run, code, message) {
  assert.equal(run.code, code, run.error);
  assert.match(run.error, message);
  assert.deepEqual(fs.readdirSync(data), ['question-sets.yaml']);
}

test('nothing is written where something is wrong', () => {
  const wrong = path.join(folder, 'wrong.csv');
  fs.writeFileSync(wrong, 'ease\nhidden words\n');
  const run = evaluate(wrong);
  refuses(run, 1, /row 2, column "ease"/);
  assert.doesNotMatch(run.error + run.out, /hidden/);
  refuses(evaluate(answers, { '--questions': 'oen' }), 2, /did you mean "one"\?/);
  refuses(evaluate(answers, { '--period': '2025-02-30..2026-03-31' }), 2, /--period/);
  refuses(evaluate(answers, { '--period': '2026-03-31..2025-04-01' }), 2, /--period/);
  refuses(evaluate(answers, { '--sent': '2' }), 2, /less than the 3 replies/);
  refuses(evaluate(path.join(folder, 'none.csv')), 2, /no file/);
  refuses(evaluate(answers, { '--qestions': 'one' }), 2, /did you mean "--questions"\?/);
});

test('raw answers in the site or in a folder that git keeps are refused', () => {
  const inside = path.join(site, 'answers.csv');
  fs.copyFileSync(answers, inside);
  refuses(evaluate(inside), 2, /in the site's folder/);
  const link = path.join(folder, 'link.csv');
  fs.symlinkSync(inside, link);
  refuses(evaluate(link), 2, /in the site's folder/);
  const kept = path.join(folder, 'kept');
  fs.mkdirSync(path.join(kept, '.git'), { recursive: true });
  fs.copyFileSync(answers, path.join(kept, 'answers.csv'));
  refuses(evaluate(path.join(kept, 'answers.csv')), 2, /a folder that git keeps/);
  fs.rmSync(inside);
});

test('counts are written, and never over another file unasked', () => {
  const run = evaluate(answers, { '--sent': '10' });
  assert.equal(run.code, 0, run.error);
  assert.match(run.out, /replies counted: 3/);
  assert.match(run.out, /comments not copied: 1/);
  const written = fs.readFileSync(results, 'utf8');
  assert.match(written, /sent: 10\nreplies: 3\nanswers:\n {2}ease: \[1, 2\]\n$/);
  assert.doesNotMatch(written, /kept back/);
  fs.writeFileSync(results, 'mine\n');
  const second = evaluate(answers);
  assert.equal(second.code, 2);
  assert.match(second.error, /--force/);
  assert.equal(fs.readFileSync(results, 'utf8'), 'mine\n');
  assert.equal(evaluate(answers, {}, '--force').code, 0);
  assert.match(fs.readFileSync(results, 'utf8'), /replies: 3/);
  assert.deepEqual(fs.readdirSync(data).sort(), ['evaluation-2025-26.yaml', 'question-sets.yaml']);
});
