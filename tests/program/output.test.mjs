// The published folder from outside: what others put there stays, and where a site cannot be
// published, that is said and nothing is touched.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { makeFolder, program, root } from '../tools.mjs';
import { build, listHashes, signpost } from './tools.mjs';

const folder = makeFolder();
const site = path.join(folder, 'site');
spawnSync(process.execPath, [path.join(root, 'tests/bench/make-corpus.mjs'), '2', site]);
const config = path.join(site, 'site-config.yaml');
const settings = fs.readFileSync(config, 'utf8');
const kDate = ['--date', '2026-11-23'];

// Builds with `options` and returns the exit code and what was said; nothing may take long.
function run(...options) {
  const result = spawnSync(program, ['build', '--site', site, ...kDate, ...options],
    { encoding: 'utf8', timeout: 20_000, killSignal: 'SIGKILL' });
  return { code: result.status, said: result.stdout + result.stderr };
}

function refuses(out, code, message) {
  const run_ = run('--out', out);
  assert.match(run_.said, message);
  assert.equal(run_.code, code, run_.said);
  assert.match(run_.said, /nothing was published/);
}

function put(file, text) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
}

test('what others put into the published folder stays', () => {
  const out = path.join(folder, 'kept');
  build(site, out);
  const theirs = { CNAME: 'example.org', '.htaccess': 'rules', '.git/objects/aa': 'object',
    '.well-known/security.txt': 'contact', 'help/notes.txt': 'mine' };
  for (const [name, text] of Object.entries(theirs)) put(path.join(out, name), text);
  fs.writeFileSync(config, settings.replace(/short_name: .*/, 'short_name: New'));
  build(site, out);
  fs.writeFileSync(config, settings);
  build(site, out);
  for (const [name, text] of Object.entries(theirs)) {
    assert.equal(fs.readFileSync(path.join(out, name), 'utf8'), text);
  }
});

test('a file changed by hand stops the build', () => {
  const out = path.join(folder, 'edited');
  build(site, out);
  fs.writeFileSync(path.join(out, 'robots.txt'), 'User-agent: *\nDisallow: /\n');
  const before = listHashes(out);
  refuses(out, 1, /error: ".*edited\/robots\.txt" was changed by hand .* \[output-edited\]/);
  assert.deepEqual(listHashes(out), before);
});

test('folders of somebody else are left alone', () => {
  const extension = path.join(folder, 'my-extension');
  put(path.join(extension, 'manifest.json'), '{"manifest_version": 3, "name": "mine"}');
  put(path.join(extension, 'code.js'), 'code');
  const before = listHashes(extension);
  refuses(extension, 1, /the manifest\.json in ".*my-extension" is not one .* \[output-not-ours\]/);
  assert.deepEqual(listHashes(extension), before);
  const out = path.join(folder, 'beside');
  for (const ending of ['staging', 'work']) put(path.join(folder, `.beside.${ending}/letter`), 'mine');
  build(site, out);
  for (const ending of ['staging', 'work']) {
    assert.equal(fs.readFileSync(path.join(folder, `.beside.${ending}/letter`), 'utf8'), 'mine');
  }
  put(path.join(folder, '.foreign.signpost/letter'), 'mine');
  refuses(path.join(folder, 'foreign'), 1, /what lies there is not a build's \[output-not-ours\]/);
  assert.equal(fs.readFileSync(path.join(folder, '.foreign.signpost/letter'), 'utf8'), 'mine');
});

test('an output that cannot be one is refused', () => {
  put(path.join(folder, 'file'), 'mine');
  fs.symlinkSync('nothing', path.join(folder, 'dangling'));
  spawnSync('mkfifo', [path.join(folder, 'pipe')]);
  const overlaps = /holds or is part of the site's own files \[output-overlaps\]/;
  const cases = [
    [site, overlaps], [folder, overlaps], ['/', overlaps], [path.join(site, 'content/x'), overlaps],
    [path.join(site, '.git/x'), overlaps],
    [path.join(folder, 'file'), /is not a folder \[output-unusable\]/],
    [path.join(folder, 'pipe'), /is not a folder \[output-unusable\]/],
    [path.join(folder, 'dangling'), /is a link that leads to no folder \[output-unusable\]/],
    ['/proc', /is a disk of its own, .* \[output-unusable\]/],
  ];
  for (const [out, message] of cases) refuses(out, 1, message);
  refuses(path.join(folder, 'file/public'), 3, /cannot write beside the output folder .* \[io-write\]/);
});

test('settings cannot call a failure of the machine an opinion', () => {
  fs.appendFileSync(config, 'checks: {output-not-ours: off, io-publish: info}\n');
  const other = path.join(folder, 'others');
  put(path.join(other, 'letter.txt'), 'mine');
  refuses(other, 1, /"output-not-ours" is a failure of the machine .* \[config-fixed-rule\]/);
  fs.writeFileSync(config, settings);
});

// Links and special files in each folder that is read, by what makes them.
const places = ['content/help/x.md', 'content/_data/x.yaml', 'kinds/x.yaml',
  'themes/signpost/partials/footer.mustache', 'themes/signpost/i18n/en.yaml',
  'themes/signpost/images/x.svg', 'site-config.yaml', 'content/_data', 'kinds', 'themes',
  'themes/signpost'];
for (const place of places) {
  test(`${place} may be neither a link out of the site nor a pipe`, () => {
    const out = path.join(site, 'public');
    build(site, out);
    const published = listHashes(out);
    const file = path.join(site, place);
    const kept = path.join(folder, 'kept-aside');
    if (fs.existsSync(file)) fs.renameSync(file, kept);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    const makers = [() => fs.symlinkSync('/etc/hostname', file), () => fs.symlinkSync('/etc', file),
      () => fs.symlinkSync('nowhere', file), () => fs.symlinkSync(path.basename(file), file),
      () => spawnSync('mkfifo', [file])];
    for (const make of makers) {
      make();
      const { code, said } = run('--out', out);
      assert.equal(code, 1, said);
      assert.match(said, new RegExp(`^${place}: error: .* \\[(symlink|io-read)\\]$`, 'm'));
      assert.deepEqual(listHashes(out), published);
      fs.rmSync(file);
    }
    if (fs.existsSync(kept)) fs.renameSync(kept, file);
    else if (place.startsWith('themes/')) fs.rmSync(path.join(site, 'themes'), { recursive: true });
  });
}

test('a pipe where a file is read is refused at once', () => {
  const pipe = path.join(folder, 'pipe');
  for (const [options, message] of [
    [['reach', '--site', site, pipe], /".*pipe" is not a file; name the web server's log/],
    [['evaluate', pipe, '--site', site, '--questions', 'x', '--period', '2025-04-01..2026-03-31'],
      /error: /],
  ]) {
    const { status, stderr } = signpost(...options);
    assert.match(stderr, message);
    assert.notEqual(status, 0);
  }
});

test('a large file is not held in memory', () => {
  const film = path.join(site, 'content/help/film.mp4');
  const page = path.join(site, 'content/help/film.md');
  fs.writeFileSync(film, '');
  fs.truncateSync(film, 2 ** 30);
  fs.writeFileSync(page, '---\ntitle: A film\nsummary: A film.\n---\n\n[The film](film.mp4)\n');
  const out = path.join(folder, 'film');
  const limited = spawnSync('bash', ['-c', 'ulimit -v 700000; exec "$@"', 'bash', program, 'build',
    '--site', site, '--out', out, ...kDate, '--jobs', '1'], { encoding: 'utf8' });
  fs.rmSync(film);
  fs.rmSync(page);
  assert.equal(limited.status, 0, limited.stdout + limited.stderr);
  assert.equal(fs.statSync(path.join(out, 'help/film.mp4')).size, 2 ** 30);
});
