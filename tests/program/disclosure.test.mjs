// What is withheld is nowhere in the built site: a site whose small counts are others has the same
// bytes in every file (pages, charts, search index, calendar files, feed).
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { makeFolder } from '../tools.mjs';
import { build, copySite, listHashes, signpost } from './tools.mjs';

const kPeriod = 'period: {from: 2025-04-01, to: 2026-03-31}';

const table = (few) => `caption: Families by how they reached us
source: Our case system
${kPeriod}
people: true
disclosure: suppress
columns:
  - {key: way, title: Way}
  - {key: families, title: Families, numeric: true}
rows:
  - [Telephone, 277]
  - [Letter, ${few}]
  - [Email, 134]
`;

// `few` and `others` answers at the low end are as many together in each site.
const evaluation = (few, others) => `question_set: 2018-bathnes-scale
${kPeriod}
sent: 300
replies: 100
answers:
  helpful: [${few}, ${others}, 12, 40, 40]
choices:
  differences:
    more_confident: ${few}
    happier_less_worried: 50
    better_relationship_with_school: 40
    better_relationship_with_la: 30
    more_involved_in_decisions: 40
    child_needs_better_understood: 50
    child_has_benefitted: 50
    greater_understanding_of_code_of_practice: 30
`;

function buildWith(profile, few, others) {
  const site = copySite(path.join(makeFolder(), 'site'));
  const change = (file, from, to) => {
    const name = path.join(site, file);
    const text = fs.readFileSync(name, 'utf8');
    assert.ok(text.includes(from), `${file}: ${from}`);
    fs.writeFileSync(name, text.replace(from, to));
  };
  change('site-config.yaml', 'profile: standard', `profile: ${profile}`);
  // Tables of the site itself with counts that are small to the strict profile: what it rounds is in
  // their report, so that they are released.
  for (const name of ['levels', 'meetings', 'referrals']) {
    const file = path.join(site, `content/_data/report-2017-18-${name}.yaml`);
    const text = fs.readFileSync(file, 'utf8').replace(/^disclosure: .*\n/m, '');
    fs.writeFileSync(file, `${text}\nrelease: {reason: Printed long ago, approved_by: Head of Service, date: 2018-09-03}\n`);
  }
  if (profile === 'strict') change('content/evaluations/index.md', 'fewer than 20', 'too few');
  fs.writeFileSync(path.join(site, 'content/_data/ways.yaml'), table(few));
  fs.appendFileSync(path.join(site, 'content/about/how-many-people-we-reach.md'),
    '\n:::table ways\n:::\n\n:::chart ways\n:::\n');
  change('content/workshops/2026-27/help-at-school.md', 'attended: 14', `attended: ${few}`);
  fs.writeFileSync(path.join(site, 'content/_data/evaluation-2025-26.yaml'), evaluation(few, others));
  change('content/evaluations/2025-26.md', 'year: 2025-26\n',
    'year: 2025-26\nresults: evaluation-2025-26\npublished: 2026-11-01\n');
  const out = path.join(site, 'public');
  build(site, out);
  return out;
}

const pageText = (out, file) => fs.readFileSync(path.join(out, file), 'utf8');

for (const [profile, low, high, few] of [['standard', 1, 4, 5], ['strict', 1, 7, 8]]) {
  test(`no file of a ${profile} site depends on a count that is withheld`, () => {
    const one = buildWith(profile, low, high);
    const other = buildWith(profile, high, low);
    assert.deepEqual(listHashes(one), listHashes(other));
    assert.match(pageText(one, 'workshops/2026-27/help-at-school.html'),
      new RegExp(`Who came</dt><dd>Fewer than ${few} people<`));
    assert.match(pageText(one, 'about/how-many-people-we-reach.html'),
      /<th scope="row"[^>]*>Letter<\/th>\n<td class="sp-right"[^>]*>\[c\]<\/td>/);
    assert.match(pageText(one, 'evaluations/2025-26.html'),
      /<th scope="row"[^>]*>I am more confident<\/th>\n<td class="sp-right"[^>]*>\[c\]<\/td>/);
    for (const words of ['families letter telephone', 'help at school', 'more confident']) {
      const found = [one, other].map((out) => signpost('search', '--out', out, '--format', 'json', words));
      assert.equal(found[0].status, 0, found[0].stderr);
      assert.equal(found[0].stdout, found[1].stdout);
    }
  });
}
