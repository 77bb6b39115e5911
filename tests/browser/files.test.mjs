// The files of the built site: valid HTML, links that lead somewhere, nothing inline, nothing from
// another host, pages small enough for a slow phone, and a manifest that is true.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { listFiles } from '../tools.mjs';
import { listPages, measureFirstVisit, requireTool, site } from './tools.mjs';

const files = listFiles(site);
const htmlFiles = files.filter((name) => name.endsWith('.html'));
const read = (name) => fs.readFileSync(path.join(site, name), 'utf8');
const unescape = (text) => text.replaceAll('&quot;', '"').replaceAll('&#39;', "'")
  .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

// Returns the values of attribute `name` in `html`, decoded.
function attributeValues(html, name) {
  return [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map((hit) => unescape(hit[1]));
}

test('vnu finds no error', () => {
  const result = spawnSync('java', ['-jar', requireTool('vnu-jar'), '--skip-non-html',
    '--errors-only', '--format', 'gnu', site], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  assert.equal(result.stderr, '');
  assert.equal(result.status, 0);
});

test('html-validate finds no error', async () => {
  const { FileSystemConfigLoader, HtmlValidate } = requireTool('html-validate');
  const rules = {
    // Ours are written by a generator; how they are laid out is nobody's concern.
    'attribute-boolean-style': 'off',
    'attr-quotes': 'off',
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    // A telephone number is kept whole by the style sheet.
    'tel-non-breaking': 'off',
    // Long titles are the check's business, which knows the site's name is part of them.
    'long-title': 'off',
    'no-inline-style': 'error',
  };
  const loader = new FileSystemConfigLoader({
    root: true, extends: ['html-validate:recommended'], rules,
  });
  const validator = new HtmlValidate(loader);
  const complaints = [];
  for (const name of htmlFiles) {
    const report = await validator.validateFile(path.join(site, name));
    for (const result of report.results) {
      for (const message of result.messages) {
        complaints.push(`${name}:${message.line}:${message.column}: ${message.ruleId}: ${message.message}`);
      }
    }
  }
  assert.deepEqual(complaints, []);
});

test('every link and resource is there, with its anchor', () => {
  const anchors = new Map(htmlFiles.map((name) => [name, new Set(attributeValues(read(name), 'id'))]));
  const broken = [];
  for (const name of htmlFiles) {
    const html = read(name).replaceAll(/<link rel="(canonical|alternate)"[^>]*>/g, '');
    for (const target of [...attributeValues(html, 'href'), ...attributeValues(html, 'src')]) {
      if (/^(https?|mailto|tel):/.test(target)) continue;
      const [file, anchor] = target.split('#');
      const found = file === ''
        ? name : path.posix.join(path.posix.dirname(name), decodeURIComponent(file));
      const isFile = files.includes(found);
      const isAnchor = !anchor || anchors.get(found)?.has(decodeURIComponent(anchor));
      if (!isFile || !isAnchor) broken.push(`${name}: ${target}`);
    }
  }
  assert.deepEqual(broken, []);
});

test('nothing comes from another host and nothing is inline', () => {
  const wrong = [];
  for (const name of htmlFiles) {
    const html = read(name);
    for (const [tag] of html.matchAll(/<[a-z][^>]*>/g)) {
      const isLoaded = /^<(script|link|img|iframe|source|video|audio|object|embed|form)\b/.test(tag);
      const isReference = /rel="(canonical|alternate)"/.test(tag);
      if (isLoaded && !isReference && /\s(src|href|action)="([a-z]+:|\/)/.test(tag)) wrong.push(`${name}: ${tag}`);
      if (/\s(style|on[a-z]+)=/.test(tag)) wrong.push(`${name}: ${tag}`);
      const isData = /type="application\/ld\+json"/.test(tag);
      if (/^<script\b/.test(tag) && !/\ssrc=/.test(tag) && !isData) wrong.push(`${name}: ${tag}`);
      if (/^<style\b/.test(tag)) wrong.push(`${name}: ${tag}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('every page and what it loads is under 100 kB', () => {
  const heavy = [];
  for (const name of htmlFiles) {
    const html = read(name);
    const loaded = [...html.matchAll(/<(?:script|img)\b[^>]*\ssrc="([^"]+)"|<link rel="stylesheet"[^>]*href="([^"]+)"/g)]
      .map((hit) => path.posix.join(path.posix.dirname(name), hit[1] ?? hit[2]));
    const size = [name, ...new Set(loaded)].reduce(
      (sum, each) => sum + fs.statSync(path.join(site, each)).size, 0);
    if (size > 100_000) heavy.push(`${name}: ${size} bytes`);
  }
  assert.deepEqual(heavy, []);
});

// On a bad day a phone gets 14 kB with the first answer. What grows with what it lists may be heavier.
const lists = { 'a-to-z.html': 14_300, 'about/time-limits/all.html': 16_500, 'reports/annual-report-2017-18.html': 15_000,
  'reports/annual-report-2017-18/all.html': 15_700 };

test('a first visit to a page costs 14 kB at most, to a factsheet 11', () => {
  const heavy = [];
  for (const name of listPages().pages) {
    const isFactsheet = /^factsheets\/[^/]+\.html$/.test(name);
    const limit = lists[name] ?? (isFactsheet ? 11_000 : 14_000);
    const bytes = measureFirstVisit(site, name);
    if (bytes > limit) heavy.push(`${name}: ${bytes} bytes`);
  }
  assert.deepEqual(heavy, []);
});

test('manifest.json names every file with its size and hash', () => {
  const expected = files.filter((name) => name !== 'manifest.json').map((name) => {
    const bytes = fs.readFileSync(path.join(site, name));
    return { path: name, sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length };
  });
  expected.sort((a, b) => (a.path < b.path ? -1 : 1));
  const manifest = JSON.parse(read('manifest.json'));
  assert.deepEqual(manifest.files, expected);
});
