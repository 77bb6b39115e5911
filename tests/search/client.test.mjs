// The search in the browser's engine (WebAssembly) against the program's: the same answers, hit for
// hit, from an index that arrives in parts; and what becomes of parts that do not come.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { build } from '../program/tools.mjs';
import { makeFolder, root as projectRoot } from '../tools.mjs';
import { loadClient, searchNatively, siteOf } from './tools.mjs';

const { createSearchClient } = await loadClient();

// A site of many parts, and the real one, which fits in one.
const work = makeFolder();
const many = path.join(work, 'many/public');
spawnSync(process.execPath,
  [path.join(projectRoot, 'tests/bench/make-corpus.mjs'), '400', path.join(work, 'many')]);
build(path.join(work, 'many'), many);
const real = path.join(work, 'real');
build(projectRoot, real);

const queries = ['mediation', 'school meetings report', 'how long does the council have to answer',
  'EHCP', 'statement', 'tribunel apeal', 'SEN support', 'who are you', 'sleep worries', 'qiet room',
  'co-ordinator', 'coordinator', 'moving area to Barabury', 'what is it', 'my childs plan',
  '"unbalanced quotes', 'a AND (b OR', 'title:plan -x', 'plan*', '*', '   ', '\u0000\u0001\u001f',
  'école', 'خصوصی تعلیم', '👩‍👧 help', 'x'.repeat(10_000), 'plan '.repeat(3_000), '\ud800'];

for (const [name, folder] of [['a site of many parts', many], ['the real site', real]]) {
  test(`${name}: the engine of the browser answers as the program does`, async () => {
    const client = createSearchClient(siteOf(folder));
    for (const words of queries) {
      // The command line can hold no NUL and no half of a surrogate pair.
      const typed = words.replaceAll('\0', ' ').toWellFormed?.() ?? words.replaceAll('\0', ' ');
      assert.deepEqual(await client.search({ words }), searchNatively(folder, typed), words.slice(0, 60));
    }
  });
}

for (const language of ['ar', 'hu', 'lt', 'pt', 'ro', 'ta', 'ur']) {
  test(`the engine for ${language} stems as the program does`, async () => {
    const folder = path.join(work, language);
    spawnSync(process.execPath,
      [path.join(projectRoot, 'tests/bench/make-corpus.mjs'), '20', folder]);
    const config = path.join(folder, 'site-config.yaml');
    fs.writeFileSync(config, fs.readFileSync(config, 'utf8').replaceAll('en-GB', language));
    // Not every language has words in the theme.
    const texts = path.join(folder, 'themes/signpost/i18n');
    fs.mkdirSync(texts, { recursive: true });
    fs.writeFileSync(path.join(texts, `${language}.yaml`), 'home: Home\n');
    const out = path.join(folder, 'public');
    build(folder, out);
    const client = createSearchClient(siteOf(out, language));
    for (const words of ['schools meetings', 'ajutoarele familiei', 'famílias pedidos', 'المدارس', 'குழந்தைகள்']) {
      assert.deepEqual(await client.search({ words }), searchNatively(out, words, '--lang', language), words);
    }
  });
}

test('filters, pages of hits and unfinished words reach the engine', async () => {
  const client = createSearchClient(siteOf(real));
  const all = await client.search({ words: 'plan', limit: 100 });
  const second = await client.search({ words: 'plan', limit: 3, offset: 3 });
  assert.deepEqual(second.hits, all.hits.slice(3, 6));
  const some = await client.search({ words: 'plan', kinds: ['news', 'policy'] });
  assert.deepEqual(some.hits,
    all.hits.filter((hit) => ['news', 'policy'].includes(hit.kind)).slice(0, 10));
  assert.deepEqual(some.facets.kinds, all.facets.kinds);
  const begun = await client.search({ words: 'mediat', prefix: true });
  assert.equal(begun.corrected, '');
  assert.equal(begun.hits[0].url, 'factsheets/mediation.html');
  const typed = await client.search({ words: 'medation', correct: false });
  assert.equal(typed.total, 0);
  const bare = await client.search({ words: 'plan', facets: false });
  assert.deepEqual(bare.facets, { kinds: [], topics: [], audiences: [] });
});

test('nothing is loaded before it is needed, and nothing twice', async () => {
  const log = [];
  const client = createSearchClient(siteOf(many, 'en-GB', log));
  assert.deepEqual(log, []);
  await Promise.all([client.load(), client.search({ words: 'sleep' }), client.search({ words: 'bullying' })]);
  await client.search({ words: 'sleep' });
  const files = log.map((each) => each.file);
  assert.deepEqual(files, [...new Set(files)]);
});

test('progress is told file by file', async () => {
  const steps = [];
  const client = createSearchClient({ ...siteOf(real), onProgress: (step) => steps.push(step) });
  await client.load();
  const { total } = steps[0];
  assert.deepEqual(steps, Array.from({ length: total }, (_, i) => ({ loaded: i + 1, total })));
});

test('a search that nobody waits for any more is given up', async () => {
  const client = createSearchClient(siteOf(many));
  assert.equal(await client.search({ words: 'sleep' }, { isCurrent: () => false }), null);
});

// Returns a copy of the site's way to run scripts in which `spoil(url, attempt)` may throw, or
// return the text that comes instead.
function spoiledSite(folder, spoil) {
  const site = siteOf(folder);
  const attempts = new Map();
  return {
    ...site,
    pauses_ms: [0, 1, 1],
    run: async (url) => {
      const file = url.replace(/\?.*/, '');
      attempts.set(file, (attempts.get(file) ?? 0) + 1);
      const text = spoil(url, attempts.get(file));
      if (text === undefined) return site.run(url);
      return site.runText(text);
    },
  };
}
const lost = () => { throw new Error('net::ERR_INTERNET_DISCONNECTED'); };
const isPart = (url) => url.includes('/parts/');
const textOf = (url) => fs.readFileSync(new URL(url.replace(/\?.*/, '')), 'utf8');

test('a file that comes at the third attempt is enough', async () => {
  const site = spoiledSite(many, (url, attempt) => (attempt < 3 ? lost() : undefined));
  const results = await createSearchClient(site).search({ words: 'sleep' });
  assert.deepEqual(results, searchNatively(many, 'sleep'));
});

test('a part that is damaged at first is asked for again', async () => {
  const site = spoiledSite(many, (url, attempt) => {
    if (!isPart(url) || attempt > 1) return undefined;
    const text = textOf(url);
    return text.replace(/[a-z]{3}(?=[^"]*"\)\n$)/, (found) => [...found].reverse().join('') + 'z');
  });
  const results = await createSearchClient(site).search({ words: 'sleep' });
  assert.deepEqual(results, searchNatively(many, 'sleep'));
});

// Returns a script whose string has two different letters, neither part of an escape, in each other's
// place.
const withTwoSwapped = (text) =>
  text.replace(/(,"[^]*?[^\\])([a-z])(?!\2)([a-z])/, '$1$3$2');

const failures = {
  'the network is gone': [() => lost(), 'unreachable'],
  'the engine cannot be had': [(url) => (url.includes('engine') ? lost() : undefined), 'unreachable'],
  'the parts cannot be had': [(url) => (isPart(url) ? lost() : undefined), 'unreachable'],
  'the parts are cut off': [(url) => (isPart(url) ? '' : undefined), 'damaged'],
  'the parts are damaged': [
    (url) => (isPart(url) ? textOf(url).replace(/,"..../, ',"oops') : undefined), 'damaged'],
  'the engine is damaged': [
    (url) => (url.includes('2of') ? withTwoSwapped(textOf(url)) : undefined), 'damaged'],
  'the index is of another version': [
    (url) => (url.includes('index.en-GB.js') ? textOf(url).replace(/,\d+,/, ',999,') : undefined),
    'outdated'],
};
for (const [name, [spoil, reason]] of Object.entries(failures)) {
  test(`${name}: told as ${reason}, and the next search tries again`, async () => {
    let isSpoiled = true;
    const site = spoiledSite(many, (url) => (isSpoiled ? spoil(url) : undefined));
    const client = createSearchClient(site);
    await assert.rejects(client.search({ words: 'sleep' }),
      (error) => error.name === 'SearchError' && error.reason === reason);
    isSpoiled = false;
    assert.deepEqual(await client.search({ words: 'sleep' }), searchNatively(many, 'sleep'));
  });
}

test('a site that is published anew while a page is open is searched anew', async () => {
  const folder = path.join(work, 'renewed');
  fs.cpSync(many, folder, { recursive: true });
  const client = createSearchClient({ ...siteOf(folder), pauses_ms: [0, 1, 1] });
  await client.search({ words: 'sleep' });
  fs.rmSync(folder, { recursive: true });
  fs.cpSync(real, folder, { recursive: true });
  assert.deepEqual(await client.search({ words: 'mediation' }), searchNatively(real, 'mediation'));
});
