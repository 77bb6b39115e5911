// The families of input that growth.mjs measures: each a site whose size is n.
const config = (parts = {}) => {
  const { topics = '    - {id: school, title: School, summary: Help in school.}\n', navigation = '[]', languages = '',
    folders = '', checks = '', promises = '', address = '[1 High Street, Anytown S60 1AE]', contacts = '[]' } = parts;
  return `service:
  name: Anytown SENDIASS
  short_name: SENDIASS
  area: Anytown
  council: Anytown Council
  phone: "0114 960 1234"
  email: help@anytown-sendiass.org.uk
  address: ${address}
  hours: {days: [monday, tuesday], from: "09:00", to: "17:00"}
promises:
  first_contact_working_days: 5
${promises}independence: {funded_by: [Anytown Council], statement: We do not take sides.}
site: {base_url: "https://anytown-sendiass.org.uk/", theme: signpost, language: en-GB}
languages:
  - {tag: en-GB, name: English, dir: ltr}
${languages}navigation: ${navigation}
footer: []
public_contacts: ${contacts}
taxonomies:
  topics:
${topics}  audiences:
    - {id: parents, title: Parents, summary: Mothers and fathers and carers.}
checks: {page-long: info${checks}}
folders:
  about: {kind: page, title: About us, summary: Who we are.}
  reports: {kind: report, title: Reports, summary: What we did.}
${folders}`;
};
const page = (body, fields = '') => `---\ntitle: A page\nsummary: What it is about.\n${fields}---\n${body}\n`;
const many = (n, each, separator = '\n') => Array.from({ length: n }, (_, i) => each(i)).join(separator);
const site = (files, parts) => ({ 'site-config.yaml': config(parts),
  'content/index.md': '---\ntitle: Home\nsummary: Free advice.\nlayout: home\n---\nWe help [all](about/a.md).\n',
  'content/about/a.md': page('We help.'), ...files });
const body = (n, make) => ({ n, files: (count) => site({ 'content/about/a.md': page(make(count)) }) });
const data = (n, name, make, text = 'We help.') => ({ n,
  files: (count) => site({ [`content/_data/${name}`]: make(count), 'content/about/a.md': page(text) }) });
const settings = (n, make) => ({ n, files: (count) => site({}, make(count)) });
const template = (n, make) => ({ n, files: (count) => site({ 'themes/signpost/layouts/page.mustache': make(count) }) });
const pages = (count, make) => Object.fromEntries(Array.from({ length: count },
  (_, i) => [`content/about/p${i}.md`, make(i)]));
// Twenty-six capitals, three a word.
const shortForm = (i) => [676 * 26, 676, 26, 1].map((unit) => String.fromCharCode(65 + (Math.floor(i / unit) % 26))).join('');

export const families = {
  empty: { n: 0, files: () => site({}) },
  'the same heading': body(8000, (n) => many(n, () => '## What to do next\n')),
  'setext headings': body(8000, (n) => many(n, () => 'Next\n----\n')),
  'long setext heading': body(20000, (n) => `${many(n, () => 'word')}\n---\n`),
  'headings that differ': body(8000, (n) => many(n, (i) => `## Part ${i}\n`)),
  'numbered headings': body(8000, (n) => many(n, (i) => `## Step ${i + 1}\n`)),
  'links to missing anchors': body(4000, (n) => many(n, (i) => `## Part ${i}\n\n[x ${i}](#prat-${i})\n`)),
  'links to missing pages': body(8000, (n) => many(n, (i) => `[x ${i}](other/p${i}.md)\n`)),
  'missing pages over many pages': { n: 500, files: (n) => site(pages(n, (i) => page(`[x](q${i}.md)`))) },
  'missing anchors over many pages': { n: 500, files: (n) => site({ ...pages(n, (i) => page(`[x](a.md#parts-${i})`)),
    'content/about/a.md': page(many(n, (i) => `## Part ${i}\n`)) }) },
  'links with the same words': body(8000, (n) => many(n, (i) => `[here it is](https://a${i}.example.org/)\n`)),
  'reference definitions': body(10000, (n) => many(n, (i) => `[r${i}]: https://example.org/${i}`) + `\n\n${many(n, (i) => `[r${i}]`)}`),
  'one definition, many uses': body(10000, (n) => `[r]: https://example.org/${'x'.repeat(1000)}\n\n${many(n, () => '[r]', ' ')}`),
  footnotes: body(6000, (n) => `${many(n, (i) => `a[^${i}]`, ' ')}\n\n${many(n, (i) => `[^${i}]: note\n`)}`),
  'one footnote, many uses': body(6000, (n) => `${many(n, () => 'a[^1]', ' ')}\n\n[^1]: note\n`),
  'nested quotes': body(20, (n) => `${'> '.repeat(n)}a`),
  'quotes deeper and deeper': body(2000, (n) => many(n, (i) => `${'>'.repeat(i % 90)} a\n`)),
  'nested lists': body(20, (n) => many(n, (i) => `${'  '.repeat(i)}- a`)),
  'list items': body(10000, (n) => many(n, () => '- the letter')),
  'emphasis runs': body(50000, (n) => '*a_'.repeat(n)),
  'open brackets': body(50000, (n) => '['.repeat(n)),
  'open links': body(50000, (n) => '[a]('.repeat(n)),
  backticks: body(500, (n) => many(n, (i) => '`'.repeat(i + 1), ' a ')),
  entities: body(20000, (n) => '&amp;'.repeat(n)),
  'forbidden entities': body(20000, (n) => '&#x202e;a '.repeat(n)),
  'one long line': body(50000, (n) => 'word '.repeat(n)),
  'one long word': body(100000, (n) => 'x'.repeat(n)),
  'one long sentence of capitals': body(20000, (n) => 'ABCDE '.repeat(n)),
  'short forms that differ': body(10000, (n) => many(n, (i) => shortForm(i), ' ')),
  'facts in braces': body(10000, (n) => '{{ service.phone }} '.repeat(n)),
  'unknown facts in braces': body(10000, (n) => many(n, (i) => `{{ service.f${i} }}`, ' ')),
  'open braces': body(50000, (n) => '{{ '.repeat(n)),
  'directives one after another': body(4000, (n) => many(n, () => ':::note\na\n:::\n')),
  'directives that are never closed': body(4000, (n) => many(n, () => ':::note\n')),
  'directives with settings in braces': body(2000, (n) => `:::note A {${many(n, (i) => `k${i}="v"`, ' ')}}\na\n:::\n`),
  'stray closing lines': body(10000, (n) => many(n, () => ':::\n')),
  'raw HTML': body(10000, (n) => many(n, () => '<b>a</b>\n')),
  'a table of many rows': body(8000, (n) => `Here it is.\n\n| a | b |\n| --- | --- |\n${many(n, () => '| 1 | 2 |')}`),
  'a table of many columns': body(25, (n) => `Here it is.\n\n|${' a |'.repeat(n)}\n|${' --- |'.repeat(n)}\n|${' 1 |'.repeat(n)}`),
  'a row of many cells': body(20000, (n) => `Here it is.\n\n| a |\n| --- |\n|${' 1 |'.repeat(n)}`),
  'phone numbers': body(8000, (n) => '0114 960 9999, '.repeat(n)),
  'outdated terms': body(8000, (n) => 'a statement of SEN in NHS Rotherham CCG. '.repeat(n)),
  'aliases of a page': { n: 4000, files: (n) => site({ 'content/about/a.md':
    page('We help.', `aliases: [${many(n, (i) => `old/p${i}.html`, ', ')}]\n`) }) },
  'topics of a page that are missing': { n: 4000, files: (n) => site({ 'content/about/a.md':
    page('We help.', `topics: [${many(n, (i) => `t${i}`, ', ')}]\n`) }) },
  'fields that are unknown': { n: 8000, files: (n) => site({ 'content/about/a.md': page('We help.', many(n, (i) => `f${i}: 1`) + '\n') }) },
  'deep YAML': { n: 8000, files: (n) => site({ 'content/about/a.md': page('We help.', `x: ${'['.repeat(n)}\n`) }) },
  'YAML anchors and aliases': { n: 50, files: (n) => site({ 'content/about/a.md': page('We help.',
    `${many(n, (i) => `a${i}: &a${i} [*a${i - 1}, *a${i - 1}]`)}\n`) }) },
  'YAML maps in brackets': { n: 8000, files: (n) => site({ 'content/about/a.md': page('We help.', `x: {${many(n, (i) => `k${i}: 1`, ', ')}}\n`) }) },
  'YAML keys twice': { n: 8000, files: (n) => site({ 'content/about/a.md': page('We help.', `${many(n, () => 'x: 1')}\n`) }) },
  'YAML text in quotes': { n: 50000, files: (n) => site({ 'content/about/a.md': page('We help.', `x: "${'\\u00e9 '.repeat(n)}"\n`) }) },
  'YAML tabs': { n: 50000, files: (n) => site({ 'content/about/a.md': page('We help.', `${'\t'.repeat(n)}\n`) }) },
  'topics of the settings': settings(2000, (n) => ({ topics: many(n, (i) => `    - {id: t${i}, title: T${i}, summary: S.}`) + '\n' })),
  'menu entries': settings(2000, (n) => ({ navigation: `\n${many(n, () => '  - {title: About, page: about/a.md}')}\n` })),
  'menu entries that are missing': settings(2000, (n) => ({ navigation: `\n${many(n, (i) => `  - {title: T, page: about/p${i}.md}`)}\n` })),
  languages: settings(50, (n) => ({ languages: many(n, (i) =>
    `  - {tag: ${String.fromCharCode(97 + (i % 26))}${String.fromCharCode(97 + Math.floor(i / 26) % 26)}x, name: L, dir: ltr}`) + '\n' })),
  'folders of the settings': settings(2000, (n) => ({ folders: many(n, (i) => `  f${i}: {kind: page, title: F, summary: S.}`) + '\n' })),
  'rules that do not exist': settings(2000, (n) => ({ checks: many(n, (i) => `, no-rule-${i}: off`, '') })),
  'promises of the settings': settings(2000, (n) => ({ promises: many(n, (i) => `  p${i}_working_days: 5`) + '\n' })),
  'public contacts': settings(4000, (n) => ({ contacts: `[${many(n, (i) => `a${i}@b.example`, ', ')}]` })),
  'folders in folders': { n: 20, files: (n) => site({ [`content/about/${'a/'.repeat(n)}x.md`]: page('We help.') }) },
  pages: { n: 250, files: (n) => site(pages(n, () => page('We help families.'))) },
  'pages in folders of their own': { n: 250, files: (n) => site(Object.fromEntries(
    Array.from({ length: n }, (_, i) => [`content/about/d${i}/p.md`, page('We help.')]))) },
  'glossary terms': data(4000, 'glossary.yaml', (n) => many(n, (i) => `- {short: ${shortForm(i)}, long: long ${i}}`) + '\n',
    many(4000, shortForm, ' ')),
  'glossary terms of one first word': data(2000, 'glossary.yaml', (n) =>
    many(n, (i) => `- {short: AB ${shortForm(i)}, long: long ${i}}`) + '\n', 'AB '.repeat(4000)),
  'glossary terms by pages': { n: 250, files: (n) => site({ ...pages(n, () => page('We help families.')),
    'content/_data/glossary.yaml': many(n * 8, (i) => `- {short: ${shortForm(i)}, long: long ${i}}`) + '\n' }) },
  'rows of a CSV': data(4000, 'calls.csv', (n) => `Month,Calls\n${many(n, (i) => `m${i},${100 + i}`)}\n`),
  'columns of a CSV': data(1000, 'calls.csv', (n) => `${many(n, (i) => `c${i}`, ',')}\n${many(n, () => '100', ',')}\n`),
  'columns of one name in a CSV': data(1000, 'calls.csv', (n) => `${many(n, () => 'c', ',')}\n${many(n, () => '100', ',')}\n`),
  'ragged rows of a CSV': data(8000, 'calls.csv', (n) => `Month,Calls\n${many(n, () => 'a')}\n`),
  'quotes of a CSV': data(50000, 'calls.csv', (n) => `Month,Calls\n"${'""'.repeat(n)}",1\n`),
  'rows of a table': data(2000, 'calls.yaml', (n) =>
    `title: Calls\npeople: false\ncolumns: [Month, Calls]\nrows:\n${many(n, (i) => `  - [m${i}, ${100 + i}]`)}\n`),
  'time limits': data(4000, 'deadlines.yaml', (n) => many(n, (i) => `d${i}: {days: 5, law: L}`) + '\n'),
  'sections in templates': template(5000, (n) => `${'{{#a}}'.repeat(n)}${'{{/a}}'.repeat(n)}`),
  'sections one after another': template(5000, (n) => '{{#a}}x{{/a}}'.repeat(n)),
  'loops in loops of templates': template(4, (n) => `${'{{#navigation}}{{#taxonomies}}{{#.}}'.repeat(n)}x${'{{/.}}{{/taxonomies}}{{/navigation}}'.repeat(n)}`),
  'variables of a template': template(20000, (n) => '{{title}}'.repeat(n)),
  'partials that include themselves': { n: 1000, files: (n) => site({
    'themes/signpost/layouts/page.mustache': '{{>a}}'.repeat(n), 'themes/signpost/partials/a.mustache': '{{>b}}{{>b}}',
    'themes/signpost/partials/b.mustache': '{{>a}}' }) },
  'partials that double': { n: 4, files: (n) => site({ 'themes/signpost/layouts/page.mustache': '{{>a0}}',
    ...Object.fromEntries(Array.from({ length: n }, (_, i) => [`themes/signpost/partials/a${i}.mustache`,
      i + 1 < n ? `{{>a${i + 1}}}`.repeat(10) : 'x'])) }) },
};
