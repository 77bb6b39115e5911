// Writes a site of many pages for measuring: 600 to 900 words each, with tables, lists and links, of
// four kinds, under 24 topics and 6 audiences. The same count gives the same bytes everywhere.
//
//   node tests/bench/make-corpus.mjs COUNT FOLDER [signpost|hugo]
//
// "hugo" writes the same pages as a Hugo site with small layouts that list the same sections, topics
// and audiences, so that both build the same thing.
import fs from 'node:fs';
import path from 'node:path';

const [countText, folder, flavour = 'signpost'] = process.argv.slice(2);
const count = Number(countText);

// A small generator of numbers (mulberry32), so that nothing depends on the machine.
function makeRandom(seed) {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * limit);
  };
}

const starts = ['Al', 'Bar', 'Car', 'Dun', 'El', 'Fen', 'Gar', 'Hal', 'Ing', 'Kel', 'Lan', 'Mar',
  'Nor', 'Os', 'Pen', 'Ras', 'Sel', 'Tol', 'Ul', 'Wen'];
const middles = ['a', 'be', 'co', 'der', 'en', 'fi', 'ga', 'he', 'is', 'ke', 'la', 'mo', 'ne', 'or',
  'pe', 'ri', 'sa', 'ter', 'un', 'wi'];
const ends = ['by', 'bury', 'combe', 'dale', 'den', 'field', 'ford', 'gate', 'ham', 'hill', 'holt',
  'hurst', 'land', 'ley', 'lock', 'mere', 'more', 'ness', 'rick', 'side', 'stead', 'stow', 'ton',
  'well', 'wood'];

const sides = ['', ' North', ' South', ' East', ' West', ' Upper', ' Lower', ' Old', ' New'];

// Returns the name of a place, another for each of the first 90,000 numbers.
function placeName(number) {
  const mixed = (number * 7919) % 10_000;
  return starts[mixed % 20] + middles[Math.floor(mixed / 20) % 20] + ends[Math.floor(mixed / 400)] +
    sides[Math.floor(number / 10_000)];
}

const topics = ['starting school', 'changing school', 'help in class', 'asking for help',
  'school meetings', 'school reports', 'speech and language', 'reading and writing', 'autism',
  'hearing', 'sight', 'getting about', 'sleep', 'worry and mood', 'friends', 'bullying',
  'time out of school', 'school transport', 'health care', 'care at home', 'money', 'work and college',
  'moving area', 'making a complaint'];
const audiences = ['parents', 'carers', 'young people', 'children', 'schools', 'other staff'];
const who = ['The school', 'Your council', 'A parent', 'The teacher', 'Your child', 'A young person',
  'The nurse', 'A friend', 'Your adviser', 'The head', 'A carer', 'The family', 'A doctor',
  'The college', 'The class', 'A support worker'];
const actions = ['can ask for', 'needs to think about', 'should write down', 'may look at', 'will talk about',
  'can share', 'has to plan', 'needs to check', 'can change', 'should explain', 'may send', 'will agree',
  'can read', 'wants to keep', 'should offer', 'can find'];
const things = ['the plan', 'a short note', 'extra time', 'a quiet room', 'the next steps', 'a small group',
  'the main needs', 'a clear aim', 'the right help', 'more support', 'a first meeting', 'the last report',
  'a new target', 'the bus route', 'a picture card', 'the daily routine', 'a list of questions',
  'some ideas', 'the review', 'a place to rest', 'the reasons', 'a copy of the letter', 'the home diary',
  'a phone call'];
const times = ['each term', 'before the meeting', 'by the end of the week', 'when things change',
  'at the start of the year', 'after the holiday', 'in the first month', 'once a year', 'every Monday',
  'as soon as they can', 'when you are ready', 'after school'];
const reasons = ['so everyone knows what to do', 'because it helps the child',
  'and keep a record', 'but this is a choice', 'so that no time is lost',
  'with a friend', 'as each child is different', 'and this is free',
  'if you think it would help', 'so the family can choose'];
const headings = ['What this means', 'What to do first', 'Who can help', 'What the school does',
  'How long it takes', 'If you do not agree', 'What happens next', 'Things to keep', 'At the meeting',
  'After the meeting', 'What good help looks like', 'Questions to ask'];
const linkWords = ['Read more about', 'There is also a page about', 'Some families start with',
  'It may help to look at'];
const folders = [
  { name: 'factsheets', kind: 'factsheet', title: 'Factsheets' },
  { name: 'help', kind: 'page', title: 'Help and advice' },
  { name: 'policies', kind: 'policy', title: 'Policies' },
  { name: 'news', kind: 'news', title: 'News' },
];

const capital = (text) => text[0].toUpperCase() + text.slice(1);
const slug = (text) => text.toLowerCase().replaceAll(' ', '-');
const pick = (random, list) => list[random(list.length)];

// Common names turn up often and rare ones seldom, as words do in real text.
const someName = (random) => placeName(Math.floor(6_000 ** (random(1_000_000) / 1_000_000)));

function sentence(random) {
  const parts = [pick(random, who), pick(random, actions), pick(random, things)];
  if (random(3) > 0) parts.push(`in ${someName(random)}`);
  if (random(4) > 0) parts.push(pick(random, random(2) > 0 ? times : reasons));
  return `${parts.join(' ')}.`;
}

// Returns what is known of page `index` before its text is: other pages link to it by this.
function describePage(index) {
  const place = folders[index % folders.length];
  const topic = topics[(index * 7) % topics.length];
  const title = `${capital(topic)} in ${placeName(index)}`;
  return { index, place, topic, title, file: slug(title), audience: audiences[(index * 5) % audiences.length] };
}

function linkTo(random, from) {
  const target = describePage(random(count));
  const address = flavour === 'hugo'
    ? `../../${target.place.name}/${target.file}/` : `../${target.place.name}/${target.file}.md`;
  if (target.index === from.index) return sentence(random);
  return `${pick(random, linkWords)} [${target.title[0].toLowerCase()}${target.title.slice(1)}](${address}).`;
}

function paragraph(random, page) {
  const sentences = Array.from({ length: 2 }, () => sentence(random));
  sentences.push(random(4) === 0 ? linkTo(random, page) : sentence(random));
  return sentences.join(' ');
}

function list(random) {
  const items = Array.from({ length: 3 + random(4) },
    () => `- ${pick(random, things)} ${pick(random, times)}`);
  return items.join('\n');
}

function table(random) {
  const rows = Array.from({ length: 4 + random(3) }, (_, row) =>
    `| ${capital(pick(random, things))} | ${pick(random, who)} | ${row + 1 + random(6)} weeks |`);
  return ['| Step | Who | How long |', '| --- | --- | --- |', ...rows].join('\n');
}

const countWords = (text) => text.split(/\s+/).length;

function body(random, page) {
  const target = 590 + random(190);
  const blocks = [paragraph(random, page)];
  let words = countWords(blocks[0]);
  for (let section = 0; words < target; ++section) {
    const heading = headings[(page.index + section) % headings.length];
    const round = Math.floor(section / headings.length);
    const added = [`## ${heading}${round > 0 ? ` (part ${round + 1})` : ''}`, paragraph(random, page)];
    if (section % 3 === 0) added.push('You may want:', list(random));
    if (section === 1) added.push(table(random));
    if (section % 4 === 2) added.push(`### In ${someName(random)}`);
    added.push(paragraph(random, page), paragraph(random, page));
    words += countWords(added.join(' '));
    blocks.push(...added);
  }
  return blocks.join('\n\n');
}

function frontMatter(random, page) {
  const lines = [`title: ${page.title}`,
    `summary: ${capital(pick(random, things))} and ${pick(random, things)}, for families in ${placeName(page.index)}.`,
    `topics: [${slug(page.topic)}]`, `audiences: [${slug(page.audience)}]`];
  const day = `${1 + (page.index % 28)}`.padStart(2, '0');
  if (page.place.kind === 'news') lines.push(`date: 2026-0${1 + (page.index % 9)}-${day}`);
  if (page.place.kind === 'factsheet') {
    lines.push('reviewed: 2026-09-01', 'review_due: 2027-09-01', 'owner: Information officer',
      'law: ["Children and Families Act 2014, section 19"]', 'law_checked: 2026-09-01');
  }
  if (page.place.kind === 'policy') {
    lines.push('version: "1.0"', 'approved_by: Service manager', 'approved: 2026-09-01',
      'review_due: 2027-09-01', 'owner: Service manager',
      'changes: [{version: "1.0", date: 2026-09-01, what: First version}]');
  }
  return lines.join('\n');
}

function write(name, text) {
  const file = path.join(folder, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
}

function writeSignpostSite() {
  write('site-config.yaml', `service:
  name: Measuring Information and Advice Service
  short_name: Measuring Service
  area: Somewhere
  phone: 01632 960 123
  email: help@measuring.example
  address: [1 High Street, Somewhere]
  hours: {days: [monday, tuesday, wednesday, thursday, friday], from: "09:00", to: "17:00"}
  placeholder: true
promises: {first_contact_working_days: 5}
independence: {funded_by: [The council], statement: We work at arm's length from those who pay for us.}
site: {base_url: "https://measuring.example/", theme: signpost, language: en-GB}
languages: [{tag: en-GB, name: English, dir: ltr}]
navigation: [{title: Contact, page: contact.md}]
footer: [{title: Contact, page: contact.md}]
taxonomies:
  topics:
${topics.map((each) => `    - {id: ${slug(each)}, title: ${capital(each)}, summary: All about ${each}.}`).join('\n')}
  audiences:
${audiences.map((each) => `    - {id: ${slug(each)}, title: ${capital(each)}, summary: Pages for ${each}.}`).join('\n')}
folders:
${folders.map((each) => `  ${each.name}: {kind: ${each.kind}, title: ${each.title}, summary: All pages of this kind.}`).join('\n')}
`);
  write('content/_data/glossary.yaml', '- {short: EHC, long: "Education, health and care", meaning: A kind of plan.}\n');
  write('content/index.md', '---\ntitle: Home\nsummary: A site made for measuring.\nlayout: home\n---\n\n'
    + Array.from({ length: Math.min(count, 40) }, (_, index) => describePage(index)).map(
      (page) => `- [${page.title}](${page.place.name}/${page.file}.md)\n`).join(''));
  write('content/contact.md', '---\ntitle: Contact us\nsummary: How to reach us.\n---\n\nRing us or write to us.\n');
}

function writeHugoSite() {
  write('hugo.yaml', `baseURL: https://measuring.example/
title: Measuring Service
languageCode: en-GB
taxonomies: {topic: topics, audience: audiences}
params: {phone: 01632 960 123}
`);
  const base = (main) => `<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{ .Title }} - {{ site.Title }}</title>
<meta name="description" content="{{ .Params.summary }}"><link rel="canonical" href="{{ .Permalink }}"></head>
<body><a href="#main">Skip to main content</a><header><p><a href="/">{{ site.Title }}</a></p>
<nav>{{ range site.Sections }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</nav></header>
<nav aria-label="Breadcrumb"><a href="/">Home</a>{{ with .Parent }} <a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>
<main id="main" data-pagefind-body><h1>{{ .Title }}</h1>${main}</main>
<aside><h2>Contact us</h2><p>Ring {{ site.Params.phone }}</p></aside><footer><p>{{ site.Title }}</p></footer></body></html>
`;
  const pageList = '<ul>{{ range .Pages.ByTitle }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a><p>{{ .Params.summary }}</p></li>{{ end }}</ul>';
  write('layouts/_default/single.html', base(`{{ .TableOfContents }}{{ .Content }}
<p>Reviewed {{ .Params.reviewed }} {{ range .GetTerms "topics" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</p>`));
  write('layouts/_default/list.html', base(pageList));
  write('layouts/index.html', base('<ul>{{ range site.Sections }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul><ul>{{ range site.RegularPages.ByTitle }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>'));
  for (const each of folders) write(`content/${each.name}/_index.md`, `---\ntitle: ${each.title}\n---\n`);
}

if (flavour === 'hugo') writeHugoSite();
else writeSignpostSite();
let words = 0;
for (let index = 0; index < count; ++index) {
  const page = describePage(index);
  const random = makeRandom(index + 1);
  const text = body(random, page);
  words += countWords(text);
  write(`content/${page.place.name}/${page.file}.md`, `---\n${frontMatter(random, page)}\n---\n\n${text}\n`);
}
console.log(`${count} pages of ${Math.round(words / count)} words in ${folder}`);
