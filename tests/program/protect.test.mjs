// `signpost protect`: a copy of a table that may be committed, and nothing where it would give something away.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { makeFolder, program, root } from '../tools.mjs';
import { listHashes } from './tools.mjs';

const folder = makeFolder();

function run(...words) {
  const result = spawnSync(program, words, { encoding: 'utf8' });
  return { code: result.status, out: result.stdout, error: result.stderr };
}

function write(name, text) {
  const file = path.join(folder, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
  return file;
}

const gender = 'Group,2016-17,2017-18\r\nBoys,262,277\r\nGirls,"123",134\r\nNot known,14,2\r\nTotal,399,413\r\n';

test('what is [c] already stays, with more where it could be worked out', () => {
  const copy = run('protect', write('partly/t.csv', 'Group,Cases\nBoys,277\nGirls,134\nNot known,[c]\nTotal,413\n'));
  assert.equal(copy.out, 'Group,Cases\nBoys,277\nGirls,[c]\nNot known,[c]\nTotal,413\n');
});

test('small counts and what gives them away are [c], all else stays as it was typed', () => {
  const file = write('plain/gender.csv', gender);
  const copy = run('protect', file);
  assert.equal(copy.error, '2 figures are [c] in the copy\n');
  assert.equal(copy.code, 0);
  assert.equal(copy.out, gender.replace('134', '[c]').replace(',2\r\n', ',[c]\r\n'));
  assert.equal(fs.readFileSync(file, 'utf8'), gender);
});

test('separators, quotes, line ends and the byte order mark stay', () => {
  const cases = [
    ['\uFEFFGroup;Cases\r"Boys; all";"1,540"\rGirls;3\r', '\uFEFFGroup;Cases\r"Boys; all";"1,540"\rGirls;[c]\r'],
    ['sep=\t\nGroup\tCases\nBoys\t277\nGirls\t"3"\n', 'sep=\t\nGroup\tCases\nBoys\t277\nGirls\t[c]\n'],
    ['Group,,Cases,,\n\n"Boys,\nall",,277\nGirls,, ３ \n', 'Group,,Cases,,\n\n"Boys,\nall",,277\nGirls,,[c]\n'],
  ];
  for (const [text, wanted] of cases) {
    const copy = run('protect', write('kept/t.csv', text));
    assert.equal(copy.out, wanted, copy.error);
  }
});

test('a profile is typed or that of the site', () => {
  const file = write('strict/content/_data/t.csv', 'Group,Cases\nBoys,277\nGirls,7\nNot known,3\n');
  assert.equal(run('protect', file).out, 'Group,Cases\nBoys,277\nGirls,7\nNot known,[c]\n');
  assert.equal(run('protect', file, '--profile', 'strict').out, 'Group,Cases\nBoys,275\nGirls,[c]\nNot known,[c]\n');
  write('strict/site-config.yaml', 'disclosure: {profile: strict}\n');
  const copy = run('protect', file);
  assert.equal(copy.out, 'Group,Cases\nBoys,275\nGirls,[c]\nNot known,[c]\n');
  assert.equal(copy.error, '2 figures are [c] in the copy, 1 rounded to the nearest 5\n');
});

test('settings that cannot be read never mean the profile that hides less', () => {
  const file = write('unread/content/_data/t.csv', 'Group,Cases\nBoys,277\nGirls,7\nNot known,3\n');
  const strict = 'Group,Cases\nBoys,275\nGirls,[c]\nNot known,[c]\n';
  write('unread/site-config.yaml', 'disclosure: {profile: strikt}\n');
  assert.equal(run('protect', file).out, strict);
  write('unread/site-config.yaml', 'disclosure: {profile: strict\n');
  const refused = run('protect', file);
  assert.deepEqual([refused.code, refused.out], [1, ''], refused.error);
  assert.match(refused.error, /site-config\.yaml:\d+:\d+: error: .*\[yaml-syntax\][^]*nothing was written\n$/);
  fs.rmSync(path.join(folder, 'unread/site-config.yaml'));
  fs.mkdirSync(path.join(folder, 'unread/site-config.yaml'));
  assert.deepEqual([run('protect', file).code, run('protect', file).out], [1, '']);
});

test('what is not understood, or would give something away, is not written', () => {
  const refused = [
    ['dash.csv', 'Group,Cases\nBoys,277\nGirls,-\nNot known,2\n', /dash\.csv:3:7: error: .*"-" does not say why there is no figure \[data-number\]/],
    ['twice.csv', 'Group,Cases,Cases\nBoys,277,2\n', /twice\.csv:1:13: error: .*\[csv-column-name\]/],
    ['large.csv', `Group,Cases\n${Array.from({ length: 1001 }, (_, i) => `Group ${i},2\n`).join('')}`, /\[disclosure-too-large\]/],
    ['glossary.yaml', '- {short: A, long: B, meaning: C}\n', /the file is no table/],
    ['base.yaml', 'base: 3 families\ncolumns:\n  - {key: a, title: A}\n  - {key: n, title: N, numeric: true}\nrows:\n  - [Yes, 2]\n', /is a small count itself/],
  ];
  const out = path.join(folder, 'refused.csv');
  for (const [name, text, message] of refused) {
    const copy = run('protect', write(`refused/${name}`, text), '--out', out);
    assert.equal(copy.code, 1, copy.error);
    assert.match(copy.error, message);
    assert.match(copy.error, /nothing was written\n$/);
    assert.equal(copy.out, '');
    assert.ok(!fs.existsSync(out));
  }
});

test('no file is lost by mistake', () => {
  const file = write('lost/t.csv', gender);
  const out = write('lost/out.csv', 'mine\n');
  const usage = [
    [[file, '--out', out], /exists already; use --force/],
    [[file, '--out', file, '--force'], /--out names the table itself/],
    [[file, '--out', out, '--in-place'], /two places/],
    [[path.join(folder, 'none.csv')], /no file/],
    [[write('lost/t.xlsx', 'PK')], /is no table/],
    [[file, '--profile', 'strikt'], /did you mean "strict"\?/],
  ];
  for (const [words, message] of usage) {
    const copy = run('protect', ...words);
    assert.equal(copy.code, 2, copy.error);
    assert.match(copy.error, message);
  }
  assert.equal(fs.readFileSync(out, 'utf8'), 'mine\n');
  assert.equal(fs.readFileSync(file, 'utf8'), gender);
  assert.equal(run('protect', file, '--out', out, '--force').code, 0);
  assert.equal(run('protect', file, '--in-place').code, 0);
  assert.equal(fs.readFileSync(file, 'utf8'), fs.readFileSync(out, 'utf8'));
  assert.match(fs.readFileSync(file, 'utf8'), /Girls,"123",\[c\]/);
  assert.deepEqual(fs.readdirSync(path.join(folder, 'lost')).sort(), ['out.csv', 't.csv', 't.xlsx']);
});

test('what is no file is called what it is, and nothing waits for it', () => {
  const odd = path.join(folder, 'odd');
  fs.mkdirSync(path.join(odd, 'folder.csv'), { recursive: true });
  spawnSync('mkfifo', [path.join(odd, 'fifo.csv')]);
  fs.symlinkSync('fifo.csv', path.join(odd, 'link.csv'));
  fs.symlinkSync('none.csv', path.join(odd, 'lost.csv'));
  for (const name of ['folder.csv', 'fifo.csv', 'link.csv']) {
    const file = path.join(odd, name);
    const refused = run('protect', file);
    assert.deepEqual(refused, { code: 2, out: '', error: `signpost: error: "${file}" is a folder or a device, not a file\n` });
  }
  const file = path.join(odd, 'lost.csv');
  assert.deepEqual(run('protect', file), { code: 2, out: '', error: `signpost: error: there is no file "${file}"\n` });
});

test('a copy that cannot be written leaves the table whole', () => {
  const file = write('full/t.csv', gender);
  // No file may have a byte.
  const words = ['-c', 'ulimit -f 0; trap "" XFSZ; exec "$@"', 'bash', program, 'protect', file, '--in-place'];
  const failed = spawnSync('bash', words, { encoding: 'utf8' });
  assert.equal(failed.status, 3, failed.stderr);
  assert.match(failed.stderr, /cannot (be written|write)/);
  assert.equal(fs.readFileSync(file, 'utf8'), gender);
  assert.deepEqual(fs.readdirSync(path.dirname(file)), ['t.csv']);
});

test('a site of protected tables is the same site', () => {
  for (const name of ['bathnes', 'harbour', 'polish']) {
    const site = path.join(folder, name);
    fs.cpSync(path.join(root, 'tests/sites', name), site, { recursive: true });
    const date = fs.readFileSync(path.join(site, 'today.txt'), 'utf8').trim();
    const build = (out) => {
      const built = run('build', '--site', site, '--out', path.join(folder, out), '--date', date);
      assert.equal(built.code, 0, built.error + built.out);
      return listHashes(path.join(folder, out));
    };
    const before = build(`${name}-before`);
    const data = path.join(site, 'content/_data');
    let count = 0;
    for (const file of fs.readdirSync(data)) {
      const table = path.join(data, file);
      const text = fs.readFileSync(table, 'utf8');
      if (file.endsWith('.yaml') && (!/^columns:/m.test(text) || /^rows_from:/m.test(text))) continue;
      const copy = run('protect', table, '--in-place', '--date', date);
      assert.equal(copy.code, 0, `${file}: ${copy.error}`);
      ++count;
    }
    assert.ok(count > 0, name);
    assert.deepEqual(build(`${name}-after`), before);
  }
});
