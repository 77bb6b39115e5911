// With a public address, every page has a place in the sitemap unless it asks not to be indexed.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { frozenSite, makeFolder } from '../tools.mjs';
import { build, listHashes } from './tools.mjs';

test('the sitemap lists exactly the pages that may be indexed', () => {
  const baseUrl = 'https://sitemap.example/help/';
  const out = path.join(makeFolder(), 'public');
  build(frozenSite, out, '--base-url', baseUrl);
  const read = (name) => fs.readFileSync(path.join(out, name), 'utf8');
  const pages = listHashes(out).map((line) => line.split(' ')[0]).filter((name) =>
    name.endsWith('.html') && !/<meta name="robots" content="noindex/.test(read(name)));
  const listed = [...read('sitemap.xml').matchAll(/<loc>([^<]*)<\/loc>/g)].map((hit) => hit[1]);
  const expected = pages.map((name) => baseUrl + (name === 'index.html' ? '' : name));
  assert.deepEqual(listed.map((each) => each.replace(/\/index\.html$/, '/index.html')).sort(),
    expected.sort());
});
