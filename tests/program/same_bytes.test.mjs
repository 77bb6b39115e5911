// Same input, same bytes: for any number of threads, from any folder, on any day of the clock.
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { frozenSite, makeFolder } from '../tools.mjs';
import { build, copySite, listHashes } from './tools.mjs';

const work = makeFolder();
const first = path.join(work, 'one');
build(frozenSite, first, '--jobs', '1');
const expected = listHashes(first);

test('eight threads write what one thread writes', () => {
  const out = path.join(work, 'eight');
  build(frozenSite, out, '--jobs', '8');
  assert.deepEqual(listHashes(out), expected);
});

test('another path gives the same site', () => {
  const elsewhere = copySite(makeFolder());
  const out = path.join(elsewhere, 'a folder with spaces');
  build(elsewhere, out);
  assert.deepEqual(listHashes(out), expected);
});

test('building into a folder that holds an older site gives the same site', () => {
  const site = copySite(makeFolder());
  const out = path.join(site, 'public');
  build(site, out);
  build(site, out);
  assert.deepEqual(listHashes(out), expected);
});
