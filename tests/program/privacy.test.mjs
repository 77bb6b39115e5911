// What could tell who somebody is, is found wherever it would be published, at its place; and sentences that tell nothing
// about anybody are left alone. The lists of sentences are in tests/privacy/.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { makeFolder, program, root } from '../tools.mjs';

const CONFIG = `service:
  name: Anytown SENDIASS
  short_name: SENDIASS
  area: Anytown
  council: Anytown Council
  phone: "0114 960 1234"
  email: help@anytown-sendiass.org.uk
  address: [1 High Street, Anytown S60 1AE]
  hours: {days: [monday, tuesday], from: "09:00", to: "17:00"}
  closures:
    - {date: 2026-12-25, reason: Christmas Day CLOSURE}
promises:
  first_contact_working_days: 5
independence:
  funded_by: [Anytown Council]
  statement: We do not take sides. STATEMENT
site:
  base_url: https://anytown-sendiass.org.uk/
  theme: signpost
  language: en-GB
languages:
  - {tag: en-GB, name: English, dir: ltr}
navigation:
  - {title: Help MENU, page: about/help.md}
footer: []
taxonomies:
  topics:
    - {id: school, title: School, summary: Help in school. TOPIC}
  audiences:
    - {id: parents, title: Parents, summary: Mothers and fathers and carers.}
folders:
  about: {kind: page, title: About us, summary: Who we are. FOLDER}
  factsheets: {kind: factsheet, title: Factsheets, summary: Short guides.}
  policies: {kind: policy, title: Policies, summary: How we work.}
  workshops: {kind: workshop, title: Workshops, summary: Free sessions.}
  organisations: {kind: organisation, title: Organisations, summary: Others who help.}
  evaluations: {kind: evaluation, title: What families tell us, summary: Year by year.}
`;
const HOME = `---
title: Home
summary: Free advice for families.
layout: home
---
We help families.
`;
const FORUM = `---
title: Anytown Parent Carer Forum
summary: Parents who meet.
topics: [school]
helps_with: [meeting other parents]
phone: "0114 960 5678"
email: forum@anytown-forum.org.uk
area: Anytown
last_checked: 2026-10-12
---
They meet each month.
`;

// Writes the files into a new folder and returns what `signpost check` finds there.
function check(files) {
  const folder = makeFolder();
  for (const [name, text] of Object.entries({
    'site-config.yaml': CONFIG.replace(/ [A-Z]{4,}$|(?<=[a-z.]) (CLOSURE|MENU|TOPIC|FOLDER)/gm, ''),
    'content/index.md': HOME,
    ...files,
  })) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  }
  const run = spawnSync(program, ['check', '--site', folder, '--date', '2026-11-30', '--format', 'json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  assert.ok(run.status === 0 || run.status === 1, run.stderr);
  return run.stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line))
    .filter((finding) => finding.rule !== undefined)
    .filter((finding) => finding.rule.startsWith('personal-') || finding.message.endsWith('that nobody has'));
}

const lines = (name) =>
  fs
    .readFileSync(path.join(root, 'tests/privacy', name), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.replace(/\\u([0-9A-F]{4})/g, (_, code) => String.fromCharCode(parseInt(code, 16))));

const page = (paragraphs) =>
  `---\ntitle: Getting help\nsummary: How to get help.\n---\n${paragraphs.map((text) => text.trim()).join('\n\n')}\n`;

const STILL_FALSE = [
  '"12 March 2015" looks like a date of birth <- For example: "Sam, born 12 March 2015, has autism."',
  `"0161 624 2727" is a phone number that is not the service's <- Dr Kershaw's Hospice charity shop: 0161 624 2727`,
  `"EC1V 1JN" is a postcode that is not the service's <- Contact, 209-211 City Road, London EC1V 1JN`,
];

// What is still false of the other view (harmless-4.txt).
const STILL_FALSE_4 = [
  `"BA2 3RY" is a postcode that is not the service's <- The Hollies Family Hub, 14 Midland Road, BA2 3RY, is open from 8.30am.`,
  `"iassn@ncb.org.uk" is an email address that is not the service's <- The Council for Disabled Children hosts the IASS Network: iassn@ncb.org.uk.`,
  `"07980 998 877" is a phone number that is not the service's <- The duty officer's mobile, 07980 998 877, is on the council's website and answered from 9am to 5pm.`,
  `"0117 986 1234" is a phone number that is not the service's <- Short breaks: Butterflies Haven, Keynsham, BS31 1PL, 0117 986 1234.`,
  `"AB123456C" looks like a National Insurance number <- Each claim has a reference such as AB123456C, which is printed at the top of the letter and is no more than an example.`,
];

test('harmless sentences are left alone', () => {
  const stillFalse = { 'harmless-2.txt': STILL_FALSE, 'harmless-4.txt': STILL_FALSE_4 };
  for (const list of ['harmless.txt', 'harmless-2.txt', 'harmless-3.txt', 'harmless-4.txt']) {
    const sentences = lines(list);
    const findings = check({
      'content/about/help.md': page(sentences),
      'content/organisations/forum.md': FORUM,
    });
    assert.deepEqual(
      findings.map((finding) => `${finding.message} <- ${sentences[(finding.line - 5) / 2]}`),
      stillFalse[list] ?? [],
    );
  }
});

const STILL_MISSED = [
  'Our son was born at the RUH on Christmas Day 2015, ten weeks early: 25/12/2015.',
  'B/D 28 04 2011',
  'Girl, 11, initials SP, Year 6 at Brampton Ellis, no plan yet.',
];

test('every kind is found in every spelling', () => {
  const rules = { nhs: 'nhs-number', ni: 'ni-number', birth: 'birth-date' };
  for (const list of ['harmful.txt', 'harmful-2.txt', 'harmful-3.txt']) {
    const rows = lines(list).map((line) => line.split(/ \| (.*)/, 2));
    const findings = check({ 'content/about/help.md': page(rows.map(([, sentence]) => sentence)) });
    const found = new Set(findings.map((finding) => `${(finding.line - 5) / 2} ${finding.rule}`));
    const missed = rows.filter(([kind], row) => !found.has(`${row} personal-${rules[kind] ?? kind}`));
    assert.deepEqual(
      missed.map(([, sentence]) => sentence),
      rows.map(([, sentence]) => sentence).filter((sentence) => STILL_MISSED.includes(sentence)),
    );
  }
});

test('a field for a role holds no name', () => {
  const rows = lines('names.txt');
  const text = rows.map((row) => `  - {number: 30, group: ${JSON.stringify(row.slice(2))}}`);
  const findings = check({
    'content/about/meeting.md': `---
title: Meeting
summary: What the group spoke of.
kind: meeting
date: 2026-10-01
minutes: not-yet
attendance:
${text.join('\n')}
---
We met.
`,
  });
  assert.deepEqual(
    findings.map((finding) => `${finding.rule} ${rows[finding.line - 8]}`),
    rows.filter((row) => row.startsWith('+')).map((row) => `personal-name ${row}`),
  );
});

// ---- places

// Returns an NHS number whose first nine figures are 4 and `n`.
function nhsNumber(n) {
  for (let i = 0; ; ++i) {
    const figures = String(400000000 + n * 1000 + i);
    const sum = [...figures].reduce((total, figure, at) => total + (10 - at) * Number(figure), 0);
    const last = (11 - (sum % 11)) % 11;
    if (last < 10) return `${figures.slice(0, 3)} ${figures.slice(3, 6)} ${figures.slice(6)}${last}`;
  }
}

// Every place of a site that a visitor, a feed or a search shows: PLACE stands for what must be found there.
const PLACES = {
  'site-config.yaml': CONFIG.replace(/\b[A-Z]{4,}$|\b(CLOSURE|MENU|TOPIC|FOLDER|STATEMENT)\b/gm, 'PLACE'),
  'content/about/help.md': `---
title: Getting help PLACE
nav_title: Help PLACE
summary: How to get help PLACE.
aliases: [old/PLACE-URL.html]
asked:
  - who helps PLACE
---
A paragraph with PLACE in it.

## A heading PLACE

- An item PLACE
- Another item

> A quotation PLACE

| What | Words PLACE |
| --- | --- |
| A cell PLACE | None |
| None | Another cell PLACE |

\`\`\`
code PLACE
\`\`\`

Some \`code PLACE\` in a line, **bold PLACE** and *emphasis PLACE*.

[The words of a link PLACE](../index.md), [another](../index.md "A title PLACE"), [a site](https://www.example.org/?text=PLACE-QUERY).

![A picture PLACE](picture.png)

A note.[^1]

[^1]: The note says PLACE.

:::note A heading of a box PLACE
Text in a box PLACE.
:::

:::details Words to click PLACE
More words PLACE.
:::

:::table came
:::
`,
  'content/factsheets/mediation.md': `---
title: Mediation
summary: How to settle a disagreement.
topics: [school]
audiences: [parents]
owner: Adviser PLACE
reviewed: 2026-10-01
review_due: 2027-10-01
law:
  - Children and Families Act 2014, section 52 PLACE
law_checked: 2026-10-01
law_note: >
  Not all has been
  checked PLACE yet.
---
We can help you.
`,
  'content/workshops/plans.md': `---
title: What a plan is
summary: A first look.
who_for: Parents PLACE
learn: [what a plan is PLACE]
length: 2 hours
run_by: An adviser
why: Families asked. PLACE
sessions:
  - {date: 2027-01-27, from: "10:00", to: "12:00", venue: "Town Hall PLACE", access: "Step-free PLACE", booking: 'Ask PLACE'}
---
Come along.
`,
  'content/organisations/forum.md': FORUM.replace('area: Anytown', 'area: Anytown\nphone_note: After six, PLACE').replace('each month', 'each month PLACE'),
  'content/_data/glossary.yaml': '- {short: ZZZ, long: Zebra zone zoo PLACE, also: [zoo PLACE], meaning: A zoo PLACE.}\n',
  'content/_data/search-words.yaml': '- [lawyer, solicitor PLACE]\n',
  'content/_data/law-events.yaml': '- event: a new Act PLACE\n  date: 2020-01-01\n  topics: [school]\n  what: New rules PLACE.\n  source: gov.uk PLACE\n',
  'content/_data/deadlines.yaml': 'ehc:\n  - {id: plan, who: The council PLACE, trigger: the request PLACE, weeks: 6, law: Act PLACE, verified: true, source: Book PLACE}\n',
  'content/_data/question-sets.yaml': `- version: "2026"
  title: Questions PLACE
  asked: Later PLACE
  scale: [1, 2, 3]
  good_from: 3
  note: Words PLACE
  questions:
    - {key: helpful, text: How helpful PLACE, low: Not PLACE, high: Very PLACE, said: we helped PLACE}
`,
  'content/_data/results.yaml': `question_set: "2026"
period: {from: 2025-04-01, to: 2026-03-31}
replies: 30
answers:
  helpful: [10, 10, 10]
comments:
  - {text: You rang PLACE back., consent: true, approved_by: Service lead, approved: 2026-06-01}
`,
  'content/_data/came.yaml': `caption: How people came to us PLACE
source: Our records PLACE
note: Words PLACE
base: 100 families
people: false
rows_from: came.csv
`,
  'content/_data/came.csv': 'Who,Contact PLACE,Visits\nA PLACE,"b, PLACE",12\nc,PLACE,14\n',
  'content/_data/bare.csv': 'Who,Contact,Visits\nA,PLACE,12\n',
  'content/_data/typed.yaml': `caption: Typed
columns:
  - {key: who, title: Who PLACE}
  - {key: how, title: How}
rows:
  - {who: A, how: PLACE}
  - [b, PLACE]
`,
  'themes/signpost/i18n/en.yaml': 'skip_to_content: Skip PLACE\n',
  'themes/signpost/partials/footer.mustache': '<p>\n  Ring PLACE\n</p>\n',
};

const SAMPLES = {
  'nhs-number': (n) => nhsNumber(n),
  phone: (n) => `07911 10${String(n).padStart(4, '0')}`,
  email: (n) => `jane.smith${n}x@gmail.com`,
};

for (const [kind, sample] of Object.entries(SAMPLES)) {
  test(`a detail is found wherever it stands, at its place: ${kind}`, () => {
    const files = {};
    const wanted = [];
    let n = 0;
    for (const [name, template] of Object.entries(PLACES)) {
      files[name] = template.replace(/PLACE(-URL|-QUERY)?/g, (_, form) => {
        const text = sample(++n);
        if (form === '-URL') return kind === 'email' ? 'page' : text.replaceAll(' ', '-');
        return form === '-QUERY' ? `nhs+${text.replaceAll(' ', '+')}` : text;
      });
      files[name].split('\n').forEach((line, at) => {
        const found = line.matchAll(/4\d\d[ +-]\d{3}[ +-]\d{4}|07911[ +-]10\d{4}|jane\.smith\d+x@gmail\.com/g);
        for (const match of found) {
          if (match[0].length > 0) wanted.push(`${name}:${at + 1}:${match.index + 1} ${match[0]}`);
        }
      });
    }
    const named = sample(++n).replaceAll(' ', '-');
    if (kind !== 'email') {
      files[`content/about/note-${named}.md`] = page(['A page.']);
      wanted.push(`content/about/note-${named}.md:0:0 ${named}`);
    }
    const findings = check(files).filter((finding) => finding.rule === `personal-${kind}`);
    const found = findings.map((finding) => {
      const shown = /^"(.*?)"/.exec(finding.message)[1];
      return `${finding.path}:${finding.line ?? 0}:${finding.column ?? 0} ${shown}`;
    });
    // A link and a picture have one place for all that is in them.
    const loose = (text) => text.replace(/(help\.md:(?:29|31|33|37|39|43)):\d+/, '$1').replaceAll('+', ' ');
    assert.deepEqual(found.map(loose).sort(), wanted.map(loose).sort());
  });
}
