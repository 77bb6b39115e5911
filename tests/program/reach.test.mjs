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

lines read: 42; page views left out: none; lines that are no page views: none; malformed: 0
format: combined
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

test('logs put one after the other with the newest first are refused', () => {
  const run = spawnSync(program, ['reach', '--site', site, '-'],
    { encoding: 'utf8', input: days[2] + days[1] + days[0] });
  assert.equal(run.stderr, 'signpost: error: 28 of 42 page views are more than 30 minutes out of ' +
    'order, as where one log follows a newer one; name each log, instead of one made of them: ' +
    'signpost reach access.log access.log.1\n');
  assert.equal(run.stdout, '');
  assert.equal(run.status, 1);
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
  const errors = log('error.log', '2026/09/03 10:00:00 [error] 7#7: *1 no such file, client: 198.51.100.7\n');
  const hosts = log('hosts.log', ['sendiass', 'council']
    .map((host) => `www.${host}.example:443 ${visit(1, 1, '/')}`).join(''));
  const robots = log('robots.log', visit(1, 1, '/', '-', 'examplebot'));
  const cases = [
    [[path.join(folder, 'none.log')], 2, /there is no file ".*none\.log"; name the web server's log/],
    [[folder], 2, /".*" is a folder; name the logs in it/],
    [[newest, newest], 2, /is named twice/],
    [[newest, '--from', '2026-02-30'], 2, /--from "2026-02-30" is not a date that exists/],
    [[newest, '--from', '2026-03-02', '--to', '2026-03-01'], 2, /--from 2026-03-02 is after --to/],
    [[newest, '--name', '../x'], 2, /--name "\.\.\/x" becomes part of file names/],
    [[newest, '--intern', 'x'], 2, /did you mean "--internal"/],
    [[notes], 1, /notes\.txt" cannot be counted: 2 of 2 lines cannot be read, and the first of them, line 1, looks like no access log of a web server; have the web server write one of: combined/],
    [[errors], 1, /line 1, looks like nginx's error log; name its access log, such as access\.log\n$/],
    [[newest, '--log-format', 'w3c'], 1, /line 1, looks like the combined format; leave out --log-format, or name this one\n$/],
    [[newest, '--log-format', 'iiis'], 2, /--log-format has no "iiis"; did you mean "iis"/],
    [[newest, '--period', '2026-09-03'], 2, /--period "2026-09-03" is not two dates/],
    [[newest, '--period', '2025-01-01..2025-12-31'], 1, /these logs are of 3 September 2026, and none of the days asked for is in it/],
    [[hosts], 1, /these logs are of several websites, such as "council\.example" and "sendiass\.example"; name this one: --host council\.example\n$/],
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

// The same seven visitors, three days and pages in each of the formats.
const stamp = (day, visitor) => `2026-09-0${day}T09:${String(visitor).padStart(2, '0')}:00Z`;
const pagesOf = (format) => [1, 2, 3].flatMap((day) => Array.from({ length: 7 }, (_, visitor) => visitor)
  .flatMap((visitor) => [['/', 'https://www.google.co.uk/'], ['/Factsheets//mediation?x=1', '-']]
    .map(([target, referrer]) => format(stamp(day, visitor), `198.51.100.${visitor}`, target, referrer))))
  .map((line) => `${line}\n`).join('');
const clf = (time) => `${time.slice(8, 10)}/Sep/2026:${time.slice(11, 19)} +0000`;
const formats = {
  'vhost_combined': pagesOf((time, address, target, referrer) =>
    `www.sendiass.example:443 ${address} - - [${clf(time)}] "GET ${target} HTTP/1.1" 200 5 "${referrer}" "${kBrowser}"`),
  'common': pagesOf((time, address, target) =>
    `${address} - - [${clf(time)}] "GET ${target} HTTP/1.1" 200 5`),
  'W3C extended (IIS)': '#Software: Microsoft Internet Information Services 10.0\r\n' +
    '#Fields: date time cs-method cs-uri-stem cs-uri-query c-ip cs(User-Agent) cs(Referer) sc-status\r\n' +
    pagesOf((time, address, target, referrer) =>
      `${time.slice(0, 10)} ${time.slice(11, 19)} GET ${target.split('?')[0]} ${target.split('?')[1] ?? '-'} ` +
      `${address} ${kBrowser.replaceAll(' ', '+')} ${referrer} 200\r`),
  'JSON lines (Caddy, nginx)': pagesOf((time, address, target, referrer) => JSON.stringify({
    level: 'info', ts: Date.parse(time) / 1000, logger: 'http.log.access.log0', msg: 'handled request',
    request: { remote_ip: address, client_ip: address, method: 'GET', host: 'sendiass.example', uri: target,
      headers: { 'User-Agent': [kBrowser], ...(referrer === '-' ? {} : { Referer: [referrer] }) } },
    status: 200 })),
};

test('each format of log gives the same result', () => {
  for (const [name, text] of Object.entries(formats)) {
    const file = log('format.log', text);
    const run = signpost('reach', '--site', site, '--host', 'sendiass.example', file);
    let wanted = expected.replace('format: combined', `format: ${name}`)
      .replace('lines read: 42', `lines read: ${text.split('\n').length - 1}`);
    if (name === 'common') wanted = wanted.replace('Google', 'Direct, or not known');
    assert.equal(run.stdout, wanted);
    assert.equal(run.stderr, name !== 'common' ? '' : 'signpost: warning: the format names no browsers, ' +
      'so robots are counted as people; have the web server write the combined format\n');
    assert.equal(run.status, 0);
    const option = { 'W3C extended (IIS)': 'w3c', 'JSON lines (Caddy, nginx)': 'json' }[name] ?? name;
    assert.equal(signpost('reach', '--site', site, '--host', 'sendiass.example', '--log-format', option,
      file).stdout, wanted);
  }
});

test('a copy of a log is told and counted once', () => {
  const copy = log('copy.log.gz', gzipSync(days[2]));
  const more = log('more.log', days[1] + days[2]);
  const run = signpost('reach', '--site', site, newest, middle, oldest, copy);
  assert.equal(run.stderr,
    `signpost: warning: "${copy}" is left out: all that it holds stands in "${newest}", too\n`);
  assert.equal(run.stdout, expected.replace('lines read: 42', 'lines read: 56')
    .replace('no page views: none', 'no page views: 14 in two logs'));
  const overlapping = signpost('reach', '--site', site, oldest, middle, more);
  assert.equal(overlapping.stderr, `signpost: warning: 14 lines of "${more}" stand in other logs, such as ` +
    `"${middle}", too, and are counted once\n`);
  assert.equal(overlapping.status, 0);
});

test('the period is that of the logs', () => {
  const run = signpost('reach', '--site', site, '--period', '2026-08-01..2026-09-30', newest, oldest);
  assert.match(run.stdout, /^Reach from 1 September 2026 to 3 September 2026\n/);
  assert.equal(run.stderr,
    'signpost: warning: the logs begin on 1 September 2026, not on 1 August 2026: only what they hold is counted\n' +
    'signpost: warning: the logs end on 3 September 2026, not on 30 September 2026: only what they hold is counted\n' +
    'signpost: warning: no line is of 2 September 2026: add the log that is missing\n');
  assert.equal(run.status, 0);
});

test('what is left out is told by its reason', () => {
  fs.writeFileSync(path.join(site, 'public/old.html'),
    '<meta http-equiv="refresh" content="0; url=factsheets/mediation.html"><title>Old</title>');
  const line = (target, status, method = 'GET', agent = kBrowser) =>
    visit(3, 50, target, '-', agent).replace('"GET', `"${method}`).replace('" 200 ', `" ${status} `);
  const left = log('left.log', days[2] + line('/old.html', 200) + line('/factsheets/mediation.html', 200) +
    line('/factsheets/mediation.html', 304) + line('/', 200, 'HEAD') + line('/factsheets/mediation.html', 206) +
    line('/factsheets', 301) + line('/none.html', 404) + line('/main.css', 200) +
    line('/', 200, 'GET', 'Mozilla/5.0') + line('/', 200, 'GET', `${kBrowser} (https://example.org/about)`) +
    '198.51.100.7 \x07 - -\n');
  const run = signpost('reach', '--site', site, left);
  fs.rmSync(path.join(site, 'public/old.html'));
  assert.match(run.stdout, /\n {11}8 {2}Mediation\n/);
  assert.match(run.stdout, new RegExp('\nlines read: 25; page views left out: 2 by robots, 2 loaded again; ' +
    'lines that are no page views: 1 errors, 1 redirects, 3 for other files, or not to open a page; ' +
    'malformed: 1 \\(the first: line 25 of ".*left\\.log"\\)\nmalformed by control or hidden characters: 1\nformat: combined\n'));
  assert.equal(run.stderr, '');
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
  for (const row of ['Daily visitors, added up', 'Mediation', 'Google', 'September 2026']) {
    const cell = new RegExp(`>${row}</th>\\n<td class="sp-right"[^>]*>21</td>`);
    assert.match(html, cell);
  }
});
