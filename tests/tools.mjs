// What all tests and measurements in JavaScript share: where things are, packages by their lock files,
// temporary folders and lists of files.
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
// A whole real site that does not change with content/.
export const frozenSite = path.join(root, 'tests/frozen');
export const program = path.resolve(
  process.env.SIGNPOST ?? path.join(root, 'build/release/signpost'));

// Returns the folder of the packages that the lock file in `folder` names, which is had first.
export function nodeModulesOf(folder) {
  return execFileSync(path.join(root, 'generator/fetch-libraries'), ['npm', folder],
    { encoding: 'utf8' }).trim();
}

// Returns what loads those packages.
export function requireFrom(folder) {
  return createRequire(path.join(nodeModulesOf(folder), 'any'));
}

// Returns a new folder that is removed when the tests end.
export function makeFolder() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'signpost-test-'));
  after(() => {
    spawnSync('chmod', ['-R', 'u+rwX', folder]);
    fs.rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

// Returns every file below `folder`, sorted, as paths relative to it.
export function listFiles(folder, prefix = '') {
  const entries = fs.readdirSync(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) =>
    entry.isDirectory()
      ? listFiles(path.join(folder, entry.name), `${prefix}${entry.name}/`)
      : [prefix + entry.name]);
}
