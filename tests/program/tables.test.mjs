// Tables as staff bring them: whatever one cell holds, the small counts beside it are never published in the clear.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { makeFolder, program, root } from '../tools.mjs';

const site = path.join(makeFolder(), 'site');
const data = path.join(site, 'content/_data');
fs.cpSync(path.join(root, 'tests/sites/harbour'), site, { recursive: true });

// Builds the site with these files of data, for what is said and what a page with these tables shows.
function build(files, tables = [{ name: 't' }]) {
  fs.writeFileSync(path.join(site, 'content/about/figures.md'),
    '---\ntitle: Our figures\nsummary: What we count.\n---\n'
    + tables.map(({ name }) => `:::table ${name} {caption="Cases"}\n:::\n`).join('\n'));
  const out = path.join(site, 'public');
  fs.rmSync(out, { recursive: true, force: true });
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(data, name), text);
  const run = spawnSync(program, ['build', '--site', site, '--date', '2026-11-23'], { encoding: 'utf8' });
  for (const name of Object.keys(files)) fs.rmSync(path.join(data, name));
  const page = path.join(out, 'about/figures.html');
  const html = fs.existsSync(page) ? fs.readFileSync(page, 'utf8') : '';
  const cells = [...html.matchAll(/<t[dh][^>]*>([^<]*)<\/t[dh]>/g)].map((cell) => cell[1]);
  return { code: run.status, said: run.stdout + run.stderr, cells };
}

const odd = ['-', '–', '−', '—', '3*', '3†', '1 540', '1\u00a0540', '1\u202f540', '03', '３', '٣', '<5', '≤5', '#N/A', '#REF!',
  '(200)', '£1,234.50', '1.2E+03', '12%', 'n/a', '..', '.', '*', '[c]', '[x]', 'c', '', '5+', '1-4', '1,234', '1.234,5',
  '2 families', '277 (67%)', 'two', 'see note', "'5", '5.5', '413.0', 'TRUE', '01-Apr', '½', '=A1', 'x'];

// The table of an odd cell, as files of data.
const kinds = {
  bare: (name, csv) => ({ [`${name}.csv`]: csv }),
  suppress: (name, csv) => ({
    [`${name}.csv`]: csv, [`${name}.yaml`]: `caption: Cases\ndisclosure: suppress\nrows_from: ${name}.csv\n`,
  }),
  strict: (name, csv) => ({
    [`${name}.csv`]: csv, [`${name}.yaml`]: `caption: Cases\ndisclosure: strict\nrows_from: ${name}.csv\n`,
  }),
  described: (name, csv, cell) => ({
    [`${name}.yaml`]: 'caption: Cases\ndisclosure: suppress\ncolumns: [{key: g, title: Group}, {key: n, title: Cases}]\n'
      + `rows:\n  - [Boys, 277]\n  - [Girls, 134]\n  - [Other, "${cell}"]\n  - [Not known, 2]\n`,
  }),
};

test('one odd cell never switches the protection of the others off', () => {
  for (const [kind, filesOf] of Object.entries(kinds)) {
    const tables = odd.map((cell, i) =>
      ({ name: `t${i}`, cell, files: filesOf(`t${i}`, `Group,Cases\nBoys,277\nGirls,134\nOther,"${cell}"\nNot known,2\n`, cell) }));
    const refused = build(Object.assign({}, ...tables.map((table) => table.files)), tables);
    assert.equal(refused.code, 1);
    const isRefused = ({ name }) =>
      new RegExp(`content/_data/${name}\\.(csv|yaml):\\d+:\\d+: error: `).test(refused.said);
    const read = tables.filter((table) => !isRefused(table));
    if (kind === 'bare') {
      assert.deepEqual(read, []);  // the count of 2 itself is an error there
      continue;
    }
    assert.ok(read.length > 5 && read.length < odd.length - 5);
    const { code, said, cells } = build(Object.assign({}, ...read.map((table) => table.files)), read);
    assert.equal(code, 0, said);
    assert.equal(cells.filter((cell) => cell === 'Not known').length, read.length);
    assert.ok(!cells.includes('2'), `${kind}: ${cells}`);
  }
});

test('a column of figures in a table that asks for protection is protected without numeric: true', () => {
  const { code, cells, said } = build({
    't.yaml': 'caption: Cases\ndisclosure: suppress\ncolumns: [{key: g, title: Group}, {key: n, title: Cases}]\nrows: [[Boys, 277], [Not known, 2]]\n',
  });
  assert.equal(code, 0, said);
  assert.deepEqual(cells, ['Group', 'Cases', 'Boys', '277', 'Not known', '[c]']);
});

test('semicolons, tabs, UTF-16 and what a spreadsheet adds are read as the table that they are', () => {
  const yaml = 'caption: Cases\ndisclosure: suppress\nrows_from: t.csv\n';
  const wanted = ['Group', 'Cases', 'Boys', '1,540', 'Not known', '[c]'];
  const texts = [
    'Group;Cases\nBoys;1 540\nNot known;2\n',
    'sep=;\r\nGroup;Cases\r\nBoys;"1,540"\r\nNot known;2\r\n',
    'Group\tCases\rBoys\t1540\rNot known\t2\r',
    '\uFEFF\n,Group,Cases,,\n,,,,\n,Boys,"1,540",,\n,"Not\r\nknown",2\n,,,,\n',
    Buffer.from('\uFEFFGroup\tCases\r\nBoys\t1540\r\nNot known\t2\r\n', 'utf16le'),
  ];
  for (const text of texts) {
    const { code, said, cells } = build({ 't.csv': text, 't.yaml': yaml });
    assert.equal(code, 0, said);
    assert.deepEqual(cells, wanted);
  }
});

test('a wide, a long and a heavy file are read in seconds or refused', () => {
  const names = Array.from({ length: 10000 }, () => 'Cases');
  const wide = build({ 't.csv': `Group,${names.join(',')}\nBoys,${names.map(() => '12').join(',')}\n` });
  assert.equal(wide.code, 1);
  assert.match(wide.said, /t\.csv:1:13: error: columns 2 and 3 have the same name "Cases", as have 9998 more \[csv-column-name\]/);
  const rows = Array.from({ length: 100000 }, (_, i) => `Total ${i},${i}`);
  const started = performance.now();
  build({ 't.csv': `Group,Cases\n${rows.join('\n')}\n`, 't.yaml': 'caption: C\ndisclosure: strict\nrows_from: t.csv\n' });
  const heavy = build({ 't.csv': `Group,Cases\nGirls,12\nBoys,${'9'.repeat(3000000)}\n` });
  assert.equal(heavy.code, 1);
  assert.match(heavy.said, /"9{60}…" is not a number/);
  assert.ok(performance.now() - started < 60000);
});
