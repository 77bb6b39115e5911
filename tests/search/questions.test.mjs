// Real questions of families, asked of the real site's search as its page asks them: the share that a
// right page answers in the first place and among the first three. questions.tsv grows with the
// library of content: pages get the words (`asked`) that its questions show to be missing.
// held-out.tsv is the control: nobody looks at its misses, so that it tells how well questions fare
// that no one has seen. Its shares are printed, and held a little below what they were.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { build } from '../program/tools.mjs';
import { frozenSite, makeFolder, root } from '../tools.mjs';
import { loadClient, siteOf } from './tools.mjs';

const least = { top1: 0.9, top3: 0.96 };

const heldOut = { top1: 0.77, top3: 0.89 };

const site = makeFolder();
build(frozenSite, site);

function readQuestions(name) {
  return fs.readFileSync(path.join(root, 'tests/search', name), 'utf8')
    .split('\n').filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [words, pages] = line.split('\t');
      return { words, pages: pages.split(' ') };
    });
}
const questions = readQuestions('questions.tsv');
const others = readQuestions('held-out.tsv');

test('every page that a question names is there', () => {
  const missing = [...questions, ...others].flatMap(({ pages }) => pages)
    .filter((page) => !fs.existsSync(path.join(site, page)));
  assert.deepEqual(missing, []);
});

// Asks every question and returns the shares; `tell` is called with what the first hit does not
// answer.
async function ask(list, tell) {
  const { createSearchClient } = await loadClient();
  const client = createSearchClient(siteOf(site));
  let first = 0;
  let amongThree = 0;
  for (const { words, pages } of list) {
    const results = await client.search({ words, limit: 3, facets: false });
    const urls = results.hits.map((hit) => hit.url);
    const rank = urls.findIndex((url) => pages.includes(url)) + 1;
    if (rank === 1) first += 1;
    if (rank > 0) amongThree += 1;
    if (rank !== 1) tell(`${rank || '-'}  ${words}\n   wants ${pages.join(' ')}\n   gets  ${urls.join(' ')}`);
  }
  const shares = { top1: first / list.length, top3: amongThree / list.length };
  console.log(`${list.length} questions: ${(100 * shares.top1).toFixed(1)} % answered by the first hit, ` +
    `${(100 * shares.top3).toFixed(1)} % by one of the first three`);
  return shares;
}

test('questions are answered by the first hits', async () => {
  const { top1, top3 } = await ask(questions, console.log);
  assert.ok(top1 >= least.top1, 'first');
  assert.ok(top3 >= least.top3, 'first three');
});

test('so are questions that nothing was chosen by', async () => {
  const { top1, top3 } = await ask(others, () => {});
  assert.ok(top1 >= heldOut.top1, 'first');
  assert.ok(top3 >= heldOut.top3, 'first three');
});
