// `signpost translate status` tells what of a site is in which language, and what is out of date.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { makeFolder } from '../tools.mjs';
import { signpost } from './tools.mjs';

const config = `service:
  name: Anytown SENDIASS
  short_name: SENDIASS
  area: Anytown
  phone: "0114 960 1234"
  email: help@anytown-sendiass.org.uk
  address: [1 High Street, Anytown]
  hours: {days: [monday, tuesday], from: "09:00", to: "17:00"}
promises: {first_contact_working_days: 5}
independence: {funded_by: [Anytown Council], statement: We do not take sides.}
site: {base_url: "https://anytown-sendiass.org.uk/", theme: signpost, language: en-GB}
languages:
  - {tag: en-GB, name: English, dir: ltr}
  - {tag: ur, name: اردو, dir: rtl}
  - {tag: pl, name: Polski, dir: ltr}
folders:
  about: {kind: page, title: About us, summary: Who we are.}
`;

function makeSite(urdu) {
  const site = makeFolder();
  const write = (name, text) => {
    fs.mkdirSync(path.dirname(path.join(site, name)), { recursive: true });
    fs.writeFileSync(path.join(site, name), text);
  };
  write('site-config.yaml', config);
  write('content/index.md', '---\ntitle: Home\nsummary: Free advice.\n---\nSee [us](about/us.md).\n');
  write('content/about/us.md', '---\ntitle: About us\nsummary: Who we are.\n---\nWe help.\n');
  write('content/about/us.ur.md', `---\ntitle: ہمارے بارے میں\nsummary: ہم کون ہیں۔\n${urdu}---\nہم مدد کرتے ہیں۔\n`);
  return site;
}

function statusOf(site, ...options) {
  return signpost('translate', 'status', '--site', site, ...options);
}

const json = (site, ...options) => JSON.parse(statusOf(site, '--format', 'json', ...options).stdout);

test('each language has its words, and each page its state', () => {
  const site = makeSite('translated: 2026-11-01\ntranslated_from: 0123abcd\n');
  const status = json(site);
  assert.deepEqual(status.languages.map((each) => each.tag), ['ur', 'pl']);
  const [urdu, polish] = status.languages;
  assert.deepEqual(urdu.pages.map(({ original, state, page, translated, translated_from: from }) =>
    ({ original, state, page, translated, from })), [
    { original: 'content/about/us.md', state: 'stale', page: 'content/about/us.ur.md', translated: '2026-11-01', from: '0123abcd' },
    { original: 'content/index.md', state: 'missing', page: null, translated: null, from: null },
  ]);
  assert.deepEqual(polish.pages.map(({ state }) => state), ['missing', 'missing']);
  assert.deepEqual(urdu.strings.missing, []);
  assert.equal(urdu.strings.unchecked, urdu.strings.all);
});

test('the version that it tells makes a translation current until the words change', () => {
  const site = makeSite('');
  const original = path.join(site, 'content/about/us.md');
  const version = json(site).languages[0].pages[0].version;
  assert.match(version, /^[0-9a-f]{8}$/);
  const translation = path.join(site, 'content/about/us.ur.md');
  const text = fs.readFileSync(translation, 'utf8');
  const states = () => json(site).languages[0].pages.map(({ state }) => state);
  assert.deepEqual(states(), ['unknown', 'missing']);
  fs.writeFileSync(translation, text.replace('\n---\n', `\ntranslated: 2026-11-01\ntranslated_from: ${version}\n---\n`));
  assert.deepEqual(states(), ['current', 'missing']);
  const words = fs.readFileSync(original, 'utf8');
  fs.writeFileSync(original, words.replace('---\nWe help', 'reviewed: 2026-11-02\n---\nWe\nhelp'));
  assert.deepEqual(states(), ['current', 'missing']);
  fs.writeFileSync(original, words.replace('We help', 'We listen'));
  assert.deepEqual(states(), ['stale', 'missing']);
});

test('the text is for people', () => {
  const site = makeSite('translated: 2026-11-01\ntranslated_from: 0123abcd\n');
  const { status, stdout } = statusOf(site, '--lang', 'ur');
  const count = json(site).languages[0].strings.all;
  const [us, index] = json(site).languages[0].pages;
  assert.equal(status, 0);
  assert.equal(stdout, `ur (اردو)
  words    ${count} of ${count} there, 0 missing, ${count} to be checked by a speaker
  pages    1 of 2 translated, 1 stale, 0 of an unknown version, 1 missing
  stale    content/about/us.ur.md: from 0123abcd, and the original is now ${us.version}
  missing  content/index.md: ${index.version}
`);
  assert.doesNotMatch(statusOf(site).stdout, /missing {2}content/);
});

test('what is wrong ends with the right code', () => {
  const site = makeSite('translated: 2026-11-01\ntranslated_from: 0123abcd\n');
  assert.equal(statusOf(site, '--strict').status, 1);
  const none = statusOf(site, '--lang', 'pll');
  assert.equal(none.status, 2);
  assert.equal(none.stderr, 'signpost: error: the site is not translated into "pll"; did you mean "pl"?\n');
  const bare = signpost('translate', '--site', site);
  assert.equal(bare.status, 2);
  assert.equal(bare.stderr, 'signpost: error: signpost translate does not say what to do; write signpost translate status\n');
  const misspelt = signpost('translate', 'statsu', '--site', site);
  assert.equal(misspelt.status, 2);
  assert.equal(misspelt.stderr, 'signpost: error: signpost translate has no "statsu"; did you mean "status"?\n');
  const strings = path.join(site, 'themes/signpost/i18n/pl.yaml');
  fs.mkdirSync(path.dirname(strings), { recursive: true });
  fs.writeFileSync(strings, 'unit_weeks: {one: "{n} tydzień", other: "{n} tygodnia"}\n');
  const broken = statusOf(site);
  assert.equal(broken.status, 1);
  assert.equal(broken.stderr, 'signpost: the site has errors; see signpost check\n');
});
