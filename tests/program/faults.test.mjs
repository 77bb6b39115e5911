// A disk, a system or a memory that fails at any moment: the program says so with a code of its own
// and leaves the published site whole, or publishes the site as asked. Each call fails at several
// of its places, once and from there on.
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { makeFolder, program, root } from '../tools.mjs';
import { build, listHashes } from './tools.mjs';

const kPlaces = 7;
const kEio = 5;
const kEnomem = 12;
const kEmfile = 24;
const kEnospc = 28;
const calls = [['open', kEio], ['open', kEmfile], ['openat', kEio], ['read', kEio], ['readdir', kEio],
  ['write', kEnospc], ['rename', kEio], ['unlink', kEio], ['fsync', kEio], ['mmap', kEnomem],
  ['memory', kEnomem]];

const folder = makeFolder();
const library = path.join(folder, 'failing_calls.so');
execFileSync('g++', ['-std=c++20', '-O1', '-shared', '-fPIC', '-o', library,
  path.join(root, 'tests/program/failing_calls.cc')]);

// A site of a few pages, published, and changed since.
const site = path.join(folder, 'site');
spawnSync(process.execPath, [path.join(root, 'tests/bench/make-corpus.mjs'), '2', site]);
const config = path.join(site, 'site-config.yaml');
const old = path.join(folder, 'old');
build(site, old);
fs.writeFileSync(path.join(old, '.htaccess'), 'rules');
fs.writeFileSync(config, fs.readFileSync(config, 'utf8').replace(/short_name: .*/, 'short_name: New'));
const wanted = path.join(folder, 'wanted');
build(site, wanted);
fs.writeFileSync(path.join(wanted, '.htaccess'), 'rules');
const oldSite = listHashes(old).join('\n');
const newSite = listHashes(wanted).join('\n');
assert.notEqual(oldSite, newSite);

// Runs a build into `out` with one call failing; resolves to what it said and its exit code.
function run(out, settings, jobs) {
  return new Promise((resolve) => {
    const child = spawn(program,
      ['build', '--site', site, '--out', out, '--date', '2026-11-23', '--jobs', String(jobs)],
      { env: { ...process.env, ...settings, LD_PRELOAD: library } });
    let said = '';
    child.stdout.on('data', (text) => { said += text; });
    child.stderr.on('data', (text) => { said += text; });
    child.on('close', (code, signal) => resolve({ code, signal, said }));
  });
}

function failing(call, place, duration, error) {
  return { FAIL_CALL: call, FAIL_AT: String(place), FAIL_FOR: duration, FAIL_ERRNO: String(error) };
}

// The first, the last and some calls between them, nearer to each other at the beginning.
function placesAmong(count) {
  const places = Array.from({ length: kPlaces }, (_, i) => Math.round(count ** (i / (kPlaces - 1))));
  return [...new Set([...places, Math.max(1, count - 1), Math.ceil(count / 2)])];
}

async function sweep(call, error, out) {
  fs.cpSync(old, out, { recursive: true });
  const counted = path.join(folder, `${path.basename(out)}.count`);
  await run(`${out}-counted`, { ...failing(call, 0, 'once', error), FAIL_COUNT: counted }, 1);
  const count = Number(fs.readFileSync(counted, 'utf8'));
  for (const place of placesAmong(count)) {
    for (const duration of ['once', 'good']) {
      const { code, signal, said } = await run(out, failing(call, place, duration, error), 1 + place % 2);
      const at = `${call} ${place} of ${count}, ${duration}: exit ${code} ${signal}\n${said}`;
      assert.ok(signal === null && (code === 0 || code === 1 || code === 3), at);
      assert.equal(listHashes(out).join('\n') === (code === 0 ? newSite : oldSite), true, at);
      assert.doesNotMatch(said, /terminate called/, at);
      if (code !== 0) assert.match(said, /error: ./, at);
      if (code !== 0) continue;
      fs.rmSync(out, { recursive: true });
      fs.cpSync(old, out, { recursive: true });
    }
  }
  build(site, out);
  assert.equal(listHashes(out).join('\n'), newSite);
  const left = fs.readdirSync(folder).filter((name) => name.startsWith(`.${path.basename(out)}.`));
  assert.deepEqual(left, [`.${path.basename(out)}.lock`]);
}

test('a call that fails', { concurrency: os.availableParallelism() }, async (context) => {
  await Promise.all(calls.map(([call, error]) => context.test(`${call}, error ${error}`, () =>
    sweep(call, error, path.join(folder, `${call}-${error}`)))));
});
