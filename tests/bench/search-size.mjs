// What a search costs on the wire: files, bytes and rounds for a first query and for later ones, on
// sites of the given numbers of pages. A round is a wait for files that only the answer before named;
// the engine, which comes meanwhile, and the search page's own script count as files and bytes. Bytes are given as the files are and
// as a host sends them that compresses (brotli).
//
//   node tests/bench/search-size.mjs [COUNT…]          1000, 10000 and 50000 pages
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { loadClient, siteOf } from '../search/tools.mjs';
import { program, root } from '../tools.mjs';

const counts = process.argv.slice(2).map(Number);
if (counts.length === 0) counts.push(1_000, 10_000, 50_000);

// The first is the first query of a visit; the others follow it.
const queries = ['school meetings and reports', 'my child cannot sleep', 'extra time in exams',
  'bullying at school what can I do', 'a quiet room', 'who can help with reading', 'bus to college',
  'moving to another area', 'qiet rom for autism', 'complaint about a teacher'];

const { createSearchClient } = await loadClient();

function makeSite(count, folder) {
  for (const command of [
    [process.execPath, path.join(root, 'tests/bench/make-corpus.mjs'), count, folder],
    [program, 'build', '--site', folder, '--date', '2026-11-23'],
  ]) {
    const { status, stderr, stdout } = spawnSync(command[0], command.slice(1), { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${command.join(' ')}\n${stdout}${stderr}`);
  }
  return path.join(folder, 'public');
}

// Returns a client over the site in `folder` that notes each file, and in which round it came.
function watchedClient(folder) {
  const log = [];
  const site = siteOf(folder, 'en-GB', log);
  const pageScript = fs.readdirSync(path.join(folder, 'assets'))
    .filter((name) => /^search\.\w+\.js$/.test(name)).map((name) => `assets/${name}`);
  let inFlight = 0;
  let rounds = 0;
  const run = async (url) => {
    if (inFlight === 0) rounds += 1;
    inFlight += 1;
    // The others of a round are asked for before the first has come.
    await new Promise((resolve) => { setImmediate(resolve); });
    try {
      await site.run(url);
    } finally {
      inFlight -= 1;
    }
  };
  const client = createSearchClient({ ...site, run });
  return async (words) => {
    log.length = 0;
    rounds = 0;
    for (const file of pageScript.splice(0)) {
      log.push({ file, size: fs.statSync(path.join(folder, file)).size });
    }
    const start = performance.now();
    const results = await client.search({ words });
    const wall_ms = performance.now() - start;
    const again = performance.now();
    await client.search({ words });
    const warm_ms = performance.now() - again;
    const sent = log.map(({ file }) =>
      zlib.brotliCompressSync(fs.readFileSync(path.join(folder, file))).length);
    return {
      total: results.total,
      files: log.length,
      rounds,
      bytes: log.reduce((sum, each) => sum + each.size, 0),
      sent: sent.reduce((sum, each) => sum + each, 0),
      wall_ms,
      warm_ms,
    };
  };
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const kb = (bytes) => (bytes / 1000).toFixed(0);
console.log('| pages | query | files | rounds | kB | kB with brotli | ms | warm ms |');
console.log('| --- | --- | --- | --- | --- | --- | --- | --- |');
for (const count of counts) {
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'signpost-bench-'));
  const search = watchedClient(makeSite(count, path.join(work, 'site')));
  const costs = [];
  for (const words of queries) costs.push(await search(words));
  const [first, ...later] = costs;
  const middle = Object.fromEntries(Object.keys(first).map(
    (key) => [key, median(later.map((each) => each[key]))]));
  const most = Object.fromEntries(Object.keys(first).map(
    (key) => [key, Math.max(...later.map((each) => each[key]))]));
  for (const [name, cost] of [['first', first], ['later, median', middle], ['later, most', most]]) {
    console.log(`| ${[count, name, cost.files, cost.rounds, kb(cost.bytes), kb(cost.sent),
      cost.wall_ms.toFixed(0), cost.warm_ms.toFixed(1)].join(' | ')} |`);
  }
  fs.rmSync(work, { recursive: true });
}
