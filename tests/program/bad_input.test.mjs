// Input that must be refused: a diagnostic that names the file, exit code 1, the published site as it
// was, and an answer in seconds. Input that is only hard must be built or refused, in seconds too.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { makeFolder, program, root } from '../tools.mjs';
import { build, listHashes } from './tools.mjs';

const kSeconds = 20;
const site = path.join(makeFolder(), 'site');
spawnSync(process.execPath, [path.join(root, 'tests/bench/make-corpus.mjs'), '8', site]);
const out = path.join(site, 'public');
build(site, out);
const published = listHashes(out);
const somePage = fs.readdirSync(path.join(site, 'content/help')).sort()[0];

const head = 'title: A page\nsummary: About a thing.\n';
const page = (body) => `---\n${head}---\n\n${body}\n`;
const front = (yaml) => `---\n${yaml}---\n\nText.\n`;

function aliasBomb() {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
  for (let i = 1; i < 12; ++i) {
    lines.push(`a${i}: &a${i} [${Array(9).fill(`*a${i - 1}`).join(', ')}]`);
  }
  return `${head}${lines.join('\n')}\n`;
}

// Content of content/help/bad.md that must be refused.
const refusedTexts = {
  'front matter never closed': `---\n${head}\nText.\n`,
  'no front matter': 'Text.\n',
  'front matter that is a list': front('- a\n- b\n'),
  'front matter that is a text': front('just words\n'),
  'duplicate keys': front(`${head}title: Another\n`),
  'an alias bomb': front(aliasBomb()),
  'an alias of itself': front(`${head}x: &x [*x]\n`),
  '1,000 levels': front(`${head}topics: ${'['.repeat(1000)}${']'.repeat(1000)}\n`),
  '1,000 levels of maps': front(`${head}allow: ${'{a: '.repeat(1000)}x${'}'.repeat(1000)}\n`),
  'a tab for indentation': front(`${head}allow:\n\tlink: x\n`),
  'a date that does not exist': front(`${head}reviewed: 2026-02-30\n`),
  'invalid UTF-8': Buffer.concat([Buffer.from(page('Text ')), Buffer.from([0xc3, 0x28, 0xff])]),
  'an overlong slash': Buffer.concat([Buffer.from(page('Text ')), Buffer.from([0xc0, 0xaf])]),
  'a NUL': page('Text \0 more'),
  'UTF-16': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(page('Text'), 'utf16le')]),
  'an empty file': '',
  '50 MB': page('word '.repeat(10_000_000)),
  'an alias that is a page': front(`${head}aliases: [help/${somePage.replace('.md', '.html')}]\n`),
  'an alias that leaves the site': front(`${head}aliases: [../../outside.html]\n`),
  'raw HTML': page('<script>alert(1)</script>'),
  'a link with javascript:': page('[read this](javascript:alert(1))'),
  'a link with JaVaScRiPt:': page('[read this](JaVaScRiPt:alert(1))'),
  'a link with an escaped scheme': page('[read this](java&#115;cript&colon;alert(1))'),
  'a link with a tab in its scheme': page('[read this](<java&Tab;script:alert(1)>)'),
  'a link with a leading control': page('[read this](<&#1;javascript:alert(1)>)'),
  'a link with data:': page('[read this](data:text/html,x)'),
  'a reference with vbscript:': page('[read this][x]\n\n[x]: vbscript:x'),
  'an automatic link with javascript:': page('Look: <javascript:alert(1)>'),
  'a link out of the site': page('[read this](../../../../etc/passwd)'),
  'an image out of the site': page('![a picture](../../../../etc/passwd)'),
  'a link to no page': page('[read this](no-such-page.md)'),
  'a link to no anchor': page('## A heading\n\nText and [read this](#no-such-heading).'),
  'an unknown fact': page('Ring {{ service.phnoe }}.'),
  'an unknown directive': page(':::warnign\nText.\n:::'),
  'a directive never closed': page(':::warning\nText.'),
};

// Each makes something wrong in the folder content/help and returns the name that must be reported.
const refusedTrees = {
  'a folder named x.md': (help) => {
    fs.mkdirSync(path.join(help, 'x.md'));
    return 'x.md';
  },
  'a link that loops': (help) => {
    fs.symlinkSync('loop.md', path.join(help, 'loop.md'));
    return 'loop.md';
  },
  'a link to its own folder': (help) => {
    fs.symlinkSync('.', path.join(help, 'again'));
    return 'again';
  },
  'a link that leaves the site': (help) => {
    fs.symlinkSync('/etc/passwd', path.join(help, 'out.md'));
    return 'out.md';
  },
  'a link to a folder outside': (help) => {
    fs.symlinkSync('/etc', path.join(help, 'etc'));
    return 'etc';
  },
  'a link to nothing': (help) => {
    fs.symlinkSync('nothing.md', path.join(help, 'gone.md'));
    return 'gone.md';
  },
  'a pipe': (help) => {
    spawnSync('mkfifo', [path.join(help, 'pipe.md')]);
    return 'pipe.md';
  },
  'a name with spaces': (help) => {
    fs.writeFileSync(path.join(help, 'two words.md'), page('Text.'));
    return 'two words.md';
  },
  'a name with quotes': (help) => {
    fs.writeFileSync(path.join(help, `o'"clock.md`), page('Text.'));
    return 'clock.md';
  },
  'a name with an emoji': (help) => {
    fs.writeFileSync(path.join(help, '\u{1F600}.md'), page('Text.'));
    return '.md';
  },
  'a name with a newline': (help) => {
    fs.writeFileSync(path.join(help, 'two\nlines.md'), page('Text.'));
    return 'lines.md';
  },
  'a name that is not UTF-8': (help) => {
    fs.writeFileSync(Buffer.concat([Buffer.from(`${help}/bad-`), Buffer.from([0xff]), Buffer.from('.md')]),
      page('Text.'));
    return 'bad-';
  },
  'names that differ by letter case': (help) => {
    fs.writeFileSync(path.join(help, 'twice.md'), page('Text.'));
    fs.writeFileSync(path.join(help, 'Twice.md'), page('Text.'));
    return 'wice.md';
  },
};

// Bodies that have brought parsers to their knees.
const hardTexts = {
  'deep quotes': '> '.repeat(50_000),
  'quotes without spaces': '>'.repeat(50_000),
  'deep lists': Array.from({ length: 1_000 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n'),
  'deep directives': ':::note\n'.repeat(2_000) + ':::\n'.repeat(2_000),
  'open brackets': '['.repeat(50_000),
  'open links': '[a]('.repeat(20_000),
  'nested brackets': '['.repeat(20_000) + 'a' + ']'.repeat(20_000),
  'open emphasis': '*a _b '.repeat(20_000),
  'backticks': Array.from({ length: 1_500 }, (_, i) => 'e' + '`'.repeat(i)).join(''),
  'images in images': '![['.repeat(20_000),
  'tables of 10,000 columns': `${'|a'.repeat(10_000)}|\n${'|-'.repeat(10_000)}|\n${'|b'.repeat(10_000)}|`,
  'a table growing sideways': `${'|a'.repeat(2_000)}|\n${'|-'.repeat(2_000)}|\n${'|b|\n'.repeat(2_000)}`,
  'footnotes': Array.from({ length: 5_000 }, (_, i) => `[^${i}] `).join('')
    + Array.from({ length: 5_000 }, (_, i) => `\n\n[^${i}]: a`).join(''),
  'references': Array.from({ length: 20_000 }, (_, i) => `[${i}]: a\n`).join('') + '[1][2][3]'.repeat(5_000),
  'facts': '{{ '.repeat(50_000),
  'facts in facts': '{{ service.phone '.repeat(10_000) + '}}'.repeat(10_000),
  'one long word': 'a'.repeat(1_000_000),
  'long lines of markup': '<a '.repeat(50_000),
  'entities': '&#0;&#x110000;&amp;'.repeat(20_000),
  'automatic links': 'a@b.cc:a@b.cc '.repeat(10_000),
  'strikethrough': '~~a ~b '.repeat(20_000),
};

function runBuild() {
  return spawnSync(program, ['build', '--site', site, '--out', out, '--date', '2026-11-23'],
    { encoding: 'utf8', timeout: kSeconds * 1000, killSignal: 'SIGKILL', maxBuffer: 2 ** 28 });
}

function assertRefused(name) {
  const { status, signal, stdout, stderr } = runBuild();
  const said = stdout + stderr;
  assert.deepEqual({ status, signal }, { status: 1, signal: null }, said.slice(0, 2000));
  const lines = said.split('\n').filter((line) => /: error: .+ \[[a-z-]+\]$/.test(line));
  assert.ok(lines.some((line) => line.includes(name)), said.slice(0, 2000));
  assert.deepEqual(listHashes(out), published);
}

// Runs `check` while content/help has what `change` adds to it.
function withChange(change, check) {
  const help = path.join(site, 'content/help');
  const kept = fs.mkdtempSync(path.join(site, '_kept-'));
  fs.cpSync(help, kept, { recursive: true });
  try {
    check(change(help));
  } finally {
    fs.rmSync(help, { recursive: true, force: true });
    fs.renameSync(kept, help);
  }
}

for (const [name, text] of Object.entries(refusedTexts)) {
  test(`refuses ${name}`, () => {
    withChange((help) => {
      fs.writeFileSync(path.join(help, 'bad.md'), text);
      return 'bad.md';
    }, assertRefused);
  });
}

for (const [name, change] of Object.entries(refusedTrees)) {
  test(`refuses ${name}`, () => withChange(change, assertRefused));
}

for (const [name, body] of Object.entries(hardTexts)) {
  test(`survives ${name}`, () => {
    withChange((help) => fs.writeFileSync(path.join(help, 'hard.md'), page(body)), () => {
      const { status, signal, stdout, stderr } = runBuild();
      const said = (stdout + stderr).slice(0, 2000);
      assert.ok(signal === null && (status === 0 || status === 1), `${status} ${signal} ${said}`);
      fs.rmSync(out, { recursive: true });
      fs.rmSync(path.join(site, 'content/help/hard.md'));
      build(site, out);
      assert.deepEqual(listHashes(out), published);
    });
  });
}

test('a disk that is full leaves the published site whole', () => {
  withChange((help) => fs.writeFileSync(path.join(help, 'new.md'), page('Text. '.repeat(20_000))), () => {
    // The shell's limit on a file's size stands for the full disk: writing fails in the middle.
    const command = 'trap "" XFSZ; ulimit -f 50; exec "$@"';
    const { status, stdout, stderr } = spawnSync('bash', ['-c', command, 'bash', program, 'build',
      '--site', site, '--out', out, '--date', '2026-11-23'], { encoding: 'utf8' });
    const said = stdout + stderr;
    assert.ok(status === 1 || status === 3, said.slice(0, 2000));
    assert.match(said, /File too large.* \[io-[a-z]+\]/);
    assert.deepEqual(listHashes(out), published);
  });
});
