// Real questions of families, asked of the real site's search as its page asks them: the share that a
// right page answers in the first place and among the first three. questions.tsv grows with the
// library of content.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { build, makeFolder, root } from '../program/tools.mjs';
import { loadClient, siteOf } from './tools.mjs';

// What is reached today; 90 % and 97 % are to be reached.
const least = { top1: 0.7, top3: 0.89 };

const site = makeFolder();
build(root, site);
const questions = fs.readFileSync(path.join(root, 'tests/search/questions.tsv'), 'utf8')
  .split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [words, pages] = line.split('\t');
    return { words, pages: pages.split(' ') };
  });

test('every page that a question names is there', () => {
  const missing = questions.flatMap(({ pages }) => pages)
    .filter((page) => !fs.existsSync(path.join(site, page)));
  assert.deepEqual(missing, []);
});

test('questions are answered by the first hits', async () => {
  const { createSearchClient } = await loadClient();
  const client = createSearchClient(siteOf(site));
  let first = 0;
  let amongThree = 0;
  for (const { words, pages } of questions) {
    const results = await client.search({ words, limit: 3, facets: false });
    const urls = results.hits.map((hit) => hit.url);
    const rank = urls.findIndex((url) => pages.includes(url)) + 1;
    if (rank === 1) first += 1;
    if (rank > 0) amongThree += 1;
    if (rank !== 1) console.log(`${rank || '-'}  ${words}\n   wants ${pages.join(' ')}\n   gets  ${urls.join(' ')}`);
  }
  const share = (count) => count / questions.length;
  console.log(`${questions.length} questions: ${(100 * share(first)).toFixed(1)} % answered by the first hit, ` +
    `${(100 * share(amongThree)).toFixed(1)} % by one of the first three`);
  assert.ok(share(first) >= least.top1, 'first');
  assert.ok(share(amongThree) >= least.top3, 'first three');
});
