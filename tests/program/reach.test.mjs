// `signpost reach` from outside: several logs, gzip, the standard input, what is refused, and that
// nothing of a visitor is printed or written.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { makeFolder, program } from '../tools.mjs';
import { copySite, signpost } from './tools.mjs';

const kBrowser = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0';
const folder = makeFolder();
const site = path.join(folder, 'site');
fs.mkdirSync(path.join(site, 'public/factsheets'), { recursive: true });
for (const [file, title] of [['index.html', 'Home'], ['factsheets/mediation.html', 'Mediation']]) {
  fs.writeFileSync(path.join(site, 'public', file), `<title>${title}</title>`);
}

const visit = (day, visitor, target, referrer = '-', agent = kBrowser) =>
  `198.51.100.${visitor} - - [${String(day).padStart(2, '0')}/Sep/2026:10:${String(visitor % 60).padStart(2, '0')}:00 +0100] ` +
  `"GET ${target} HTTP/1.1" 200 512 "${referrer}" "${agent}"\n`;

// Seven visitors on each of three days.
const days = [1, 2, 3].map((day) => Array.from({ length: 7 }, (_, visitor) =>
  visit(day, visitor, '/', 'https://www.google.co.uk/') +
  visit(day, visitor, '/factsheets/mediation.html?private=1')).join(''));
const log = (name, bytes) => {
  fs.writeFileSync(path.join(folder, name), bytes);
  return path.join(folder, name);
};
const newest = log('access.log', days[2]);
const middle = log('access.log.1', days[1]);
const oldest = log('access.log.2.gz', Buffer.concat(
  [gzipSync(days[0].slice(0, 300)), gzipSync(days[0].slice(300))]));

const expected = `Reach from 1 September 2026 to 3 September 2026

Reach of this website
          21  Sessions
          42  Page views
          21  Daily visitors, added up

Pages read most
          21  Mediation
          21  Home

Where visits came from
          21  Google

Reach by month
    Sessions  Page views    Visitors
          21          42          21  September 2026

lines read: 42; page views left out: 0 by robots, 0 from internal sites, 0 more than 30 minutes out of order; lines that are no page views: 0, outside the days asked for: 0, malformed: 0
counts of 1 to 4 are hidden: the site's disclosure profile is standard
`;

test('rotated logs give one result, in any order', () => {
  for (const logs of [[newest, middle, oldest], [oldest, newest, middle]]) {
    assert.deepEqual(signpost('reach', '--site', site, ...logs),
      { status: 0, stdout: expected, stderr: '' });
  }
});

test('the standard input may be a log, packed or not', () => {
  for (const input of [days.join(''), gzipSync(days.join(''))]) {
    const run = spawnSync(program, ['reach', '--site', site, '-'], { encoding: 'utf8', input });
    assert.equal(run.stdout, expected);
    assert.equal(run.status, 0);
  }
  const run = spawnSync(program, ['reach', '--site', site, newest, '-', middle],
    { encoding: 'utf8', input: days[0] });
  assert.equal(run.stdout, expected);
});

test('tables are written as data files, without a trace of a visitor', () => {
  const out = path.join(folder, 'data');
  const run = signpost('reach', '--site', site, '--out', out, '--name', 'autumn', '--format', 'yaml',
    newest, middle, oldest);
  assert.equal(run.status, 0);
  assert.deepEqual(fs.readdirSync(out).sort(), ['months', 'pages', 'referrers', 'totals']
    .map((table) => `reach-autumn-${table}.yaml`));
  const pages = fs.readFileSync(path.join(out, 'reach-autumn-pages.yaml'), 'utf8');
  assert.match(pages, /\nrows:\n {2}- \{page: "Mediation", views: 21\}\n {2}- \{page: "Home", views: 21\}\n$/);
  for (const file of fs.readdirSync(out)) {
    const text = fs.readFileSync(path.join(out, file), 'utf8');
    assert.doesNotMatch(text, /198\.51|Firefox|private|google\.co/);
  }
});

test('what cannot be counted is refused', () => {
  const broken = log('broken.gz', gzipSync(days[0]).subarray(0, 100));
  const notes = log('notes.txt', 'one\n198.51.100.7 secret\n');
  const robots = log('robots.log', visit(1, 1, '/', '-', 'examplebot'));
  const cases = [
    [[path.join(folder, 'none.log')], 2, /there is no file ".*none\.log"; name the web server's log/],
    [[folder], 2, /".*" is a folder; name the logs in it/],
    [[newest, newest], 2, /is named twice/],
    [[newest, '--from', '2026-02-30'], 2, /--from "2026-02-30" is not a date that exists/],
    [[newest, '--from', '2026-03-02', '--to', '2026-03-01'], 2, /--from 2026-03-02 is after --to/],
    [[newest, '--name', '../x'], 2, /--name "\.\.\/x" becomes part of file names/],
    [[newest, '--intern', 'x'], 2, /did you mean "--internal"/],
    [[notes], 1, /notes\.txt" is not a log in the combined format: 2 of 2 lines cannot be read, the first is line 1/],
    [[broken], 1, /broken\.gz" is damaged after line \d+: the compressed data is broken or cut off/],
    [[robots], 1, /no page view by a person in these logs; lines read: 1; page views left out: 1 by robots/],
  ];
  for (const [options, status, message] of cases) {
    const run = signpost('reach', '--site', site, ...options);
    assert.match(run.stderr, message);
    assert.equal(run.status, status, run.stderr);
    assert.equal(run.stdout, '');
    assert.doesNotMatch(run.stderr, /198\.51|secret/);
  }
});

test('hostile lines are counted as malformed, in bounded memory', () => {
  const hostile = `${'\x16\x03\x01'.repeat(1000)}\n${'x'.repeat(50_000_000)}\n` + days.join('');
  const file = log('hostile.log', hostile);
  const run = spawnSync('sh', ['-c', 'ulimit -v 200000; exec "$0" reach --site "$1" "$2"', program, site, file],
    { encoding: 'utf8' });
  assert.equal(run.status, 0, run.stderr);
  assert.match(run.stdout, /^lines read: 44; .* malformed: 2 \(the first: line 1 of ".*hostile\.log"\)$/m);
});

test('a page of the site can show the tables', () => {
  const own = path.join(makeFolder(), 'own');
  copySite(own);
  const data = path.join(own, 'content/_data');
  assert.equal(signpost('reach', '--site', site, '--out', data, '--name', 'autumn',
    newest, middle, oldest).status, 0);
  fs.appendFileSync(path.join(own, 'content/about/how-many-people-we-reach.md'),
    ['totals', 'pages', 'referrers', 'months'].map((name) => `\n:::table reach-autumn-${name}\n:::\n`)
      .join(''));
  const out = path.join(own, 'out');
  const built = signpost('build', '--strict', '--site', own, '--out', out, '--date', '2026-11-23');
  assert.equal(built.status, 0, built.stdout);
  const html = fs.readFileSync(path.join(out, 'about/how-many-people-we-reach.html'), 'utf8');
  for (const cell of ['>Daily visitors, added up</th>\n<td class="sp-right">21</td>',
    '>Mediation</th>\n<td class="sp-right">21</td>', '>Google</th>\n<td class="sp-right">21</td>',
    '>September 2026</th>\n<td class="sp-right">21</td>']) {
    assert.ok(html.includes(cell), cell);
  }
});
