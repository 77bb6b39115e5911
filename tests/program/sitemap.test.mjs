// With a public address, every page has a place in the sitemap unless it asks not to be indexed, or names
// the page that stands for it: the parts of a factsheet name the whole.
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
  const addressOf = (name) => baseUrl + (name === 'index.html' ? '' : name);
  const read = (name) => fs.readFileSync(path.join(out, name), 'utf8');
  const isListed = (name) => {
    const html = read(name);
    const canonical = /<link rel="canonical" href="([^"]*)"/.exec(html)?.[1];
    return !/<meta name="robots" content="noindex/.test(html)
      && (canonical === undefined || canonical === addressOf(name));
  };
  const pages = listHashes(out).map((line) => line.split(' ')[0])
    .filter((name) => name.endsWith('.html') && isListed(name));
  const listed = [...read('sitemap.xml').matchAll(/<loc>([^<]*)<\/loc>/g)].map((hit) => hit[1]);
  assert.ok(pages.length > 80);
  assert.deepEqual(listed.sort(), pages.map(addressOf).sort());
});
