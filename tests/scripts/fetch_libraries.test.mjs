// Where the sources of libraries come from: the machine's own entries, of either of apt's formats.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { root } from '../tools.mjs';

const own = /^VERSION_CODENAME=(.*)$/m.exec(fs.readFileSync('/etc/os-release', 'utf8'))[1];

// Returns what the script writes from apt's settings `settings`: texts by path.
function packageSources(settings) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'signpost-apt-'));
  for (const [name, text] of Object.entries(settings)) {
    fs.mkdirSync(path.dirname(path.join(folder, 'apt', name)), { recursive: true });
    fs.writeFileSync(path.join(folder, 'apt', name), text);
  }
  const written = path.join(folder, 'written');
  fs.mkdirSync(written);
  const script = path.join(root, 'generator/fetch-libraries');
  execFileSync(script, ['package-sources', 'trixie', written, path.join(folder, 'apt')],
    { env: { ...process.env, XDG_CACHE_HOME: path.join(folder, 'cache') } });
  const read = (name) => fs.readFileSync(path.join(written, name), 'utf8');
  const sources = { sources: read('release.sources'), list: read('release.list') };
  fs.rmSync(folder, { recursive: true });
  return sources;
}

test('a machine with entries in the newer format alone', () => {
  const sources = packageSources({
    'sources.list.d/debian.sources':
      `# Ours\nTypes: deb\nURIs: http://deb.example/debian\nSuites: ${own} ${own}-updates\nComponents: main\n\n` +
      `Types: deb\nEnabled: no\nURIs: http://off.example/debian\nSuites: ${own}\n`,
  });
  assert.deepEqual(sources, {
    sources: 'Types: deb-src\nURIs: http://deb.example/debian\nSuites: trixie\nComponents: main\n\n',
    list: '',
  });
});

test('a machine with entries in the older format alone', () => {
  const sources = packageSources({
    'sources.list': `deb http://deb.example/debian ${own} main\ndeb cdrom:[Debian]/ ${own} main\n` +
      `deb http://deb.example/debian ${own}-updates main\n`,
    'sources.list.d/security.list': `deb http://security.example/debian ${own}-security main\n`,
  });
  assert.deepEqual(sources, {
    sources: '',
    list: 'deb-src http://deb.example/debian trixie main\n' +
      'deb-src http://security.example/debian trixie-security main\n',
  });
});
