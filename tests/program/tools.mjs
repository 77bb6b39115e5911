// What the tests of the whole program share: the program, temporary folders and folder listings.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const program = path.resolve(
  process.env.SIGNPOST ?? path.join(root, 'build/release/signpost'));

// Returns a new folder that is removed when the tests end.
export function makeFolder() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'signpost-test-'));
  after(() => {
    spawnSync('chmod', ['-R', 'u+rwX', folder]);
    fs.rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

// Copies what a site is made of (settings and content) into `folder` and returns it.
export function copySite(folder) {
  fs.cpSync(path.join(root, 'content'), path.join(folder, 'content'), { recursive: true });
  fs.copyFileSync(path.join(root, 'site-config.yaml'), path.join(folder, 'site-config.yaml'));
  return folder;
}

// Runs the program and returns its exit code and what it printed.
export function signpost(...options) {
  const result = spawnSync(program, options, { encoding: 'utf8' });
  return { status: result.status, stdout: result.stdout, stderr: result.stderr };
}

// Builds the site in `folder` into `out` and throws with its diagnostics if that fails.
export function build(folder, out, ...options) {
  const result = signpost('build', '--site', folder, '--out', out, '--date', '2026-11-23', ...options);
  if (result.status !== 0) throw new Error(`exit code ${result.status}\n${result.stdout}${result.stderr}`);
}

// Returns "path sha256" of every file below `folder`, sorted: two folders with one list are alike.
export function listHashes(folder, prefix = '') {
  const entries = fs.readdirSync(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return listHashes(file, `${prefix}${entry.name}/`);
    return [`${prefix}${entry.name} ${createHash('sha256').update(fs.readFileSync(file)).digest('hex')}`];
  });
}
