// A build that is killed at any moment leaves the site that was published before, whole and with
// what others put there, and does not stand in the way of the next build.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { makeFolder, program } from '../tools.mjs';
import { build, copySite, listHashes } from './tools.mjs';

const kMoments = 30;
const site = copySite(makeFolder());
const out = path.join(site, 'public');
const config = path.join(site, 'site-config.yaml');
const original = fs.readFileSync(config, 'utf8');

// Starts a build, kills it after `delay_ms` and returns once it is gone.
function killBuildAfter(delay_ms) {
  return new Promise((resolve) => {
    const child = spawn(program,
      ['build', '--site', site, '--out', out, '--date', '2026-11-23'], { stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), delay_ms);
    child.on('exit', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

test('the published site is the old one or the new one, never a mixture', async () => {
  build(site, out);
  const putInto = (folder) => {
    fs.writeFileSync(path.join(folder, '.htaccess'), 'rules');
    fs.mkdirSync(path.join(folder, '.git/objects'), { recursive: true });
    fs.writeFileSync(path.join(folder, '.git/objects/aa'), 'object');
  };
  putInto(out);
  const oldSite = listHashes(out);
  fs.writeFileSync(config, original.replace(/short_name: .*/, 'short_name: Another Name'));
  const reference = path.join(site, 'reference');
  const start = performance.now();
  build(site, reference);
  const duration_ms = performance.now() - start;
  putInto(reference);
  const newSite = listHashes(reference);
  assert.notDeepEqual(newSite, oldSite);
  for (let moment = 0; moment <= kMoments; ++moment) {
    await killBuildAfter((duration_ms * moment * 1.1) / kMoments);
    const found = listHashes(out);
    const isWhole = [oldSite, newSite].some((each) => each.join() === found.join());
    assert.equal(isWhole, true, `killed at moment ${moment} of ${kMoments}`);
  }
  build(site, out);
  assert.deepEqual(listHashes(out), newSite);
  const left = fs.readdirSync(site).filter((name) => name.includes('public')).sort();
  assert.deepEqual(left, ['.public.lock', 'public'], 'no staging folder is left behind');
});
