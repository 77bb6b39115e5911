// What the tests of the whole program share: sites to build, and what was built as a list of hashes.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { frozenSite, listFiles, program } from '../tools.mjs';

// Copies what a site is made of (settings and content) into `folder` and returns it.
export function copySite(folder) {
  fs.cpSync(path.join(frozenSite, 'content'), path.join(folder, 'content'), { recursive: true });
  fs.copyFileSync(path.join(frozenSite, 'site-config.yaml'), path.join(folder, 'site-config.yaml'));
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
export function listHashes(folder) {
  return listFiles(folder).map((name) => {
    const bytes = fs.readFileSync(path.join(folder, name));
    return `${name} ${createHash('sha256').update(bytes).digest('hex')}`;
  });
}
