// Runs clang-tidy over our own C++ and prints what it finds; ends with 1 if there is anything. Units
// that the release build compiles as one are looked at as one, for it is the headers that cost. Each
// of them is also looked at by itself, which shows that it includes what it uses, with the checks that
// see only a file of its own.
// What was clean is not looked at again until it, a header of ours that it includes, or the rules
// change: ~/.cache/signpost/tidy holds an empty file for each. Where nothing is known to be clean, only
// what the last day's commits and the working tree changed is looked at, and all of it a day later.
// Needs build/release, configured.
//
//   node tests/tidy.mjs CHECKS     CHECKS: as for clang-tidy's --checks, added to .clang-tidy's
import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { root } from './tools.mjs';

const checks = process.argv[2];
const build = path.join(root, 'build/release');
const cacheHome = process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache');
const cache = path.join(cacheHome, 'signpost/tidy');
const checksOfOneFile = 'misc-unused-using-decls,misc-unused-alias-decls,bugprone-suspicious-include';
const headerFilter = `^${root}/(generator|search-index|tests)/.*`;

// Returns what `file` includes of ours, by name and not yet resolved.
function namesIncluded(file) {
  return [...fs.readFileSync(file, 'utf8').matchAll(/^#include "([^"]+)"/gm)].map((hit) => hit[1]);
}

// Returns `files` and all files of ours that they include.
function withIncluded(files) {
  const all = new Set(files);
  for (const file of all) {
    for (const name of namesIncluded(file)) {
      const folders = [path.dirname(file), path.join(root, 'generator'), root, path.join(root, 'tests')];
      const found = folders.map((folder) => path.resolve(folder, name)).find((each) => fs.existsSync(each));
      if (found) all.add(found);
    }
  }
  return [...all].sort();
}

// Returns the flags that a compiler other than g++ understands too: no precompiled header of g++'s.
function flagsOf(command) {
  const words = command.replace(/ -(?:include|o|c) \S+/g, '').split(/\s+/).slice(1)
    .map((word) => word.replaceAll('\\"', '"'));
  return words.filter((word) => /^(-[IDis]|\/)/.test(word));
}

// Returns the runs of clang-tidy: arguments, and a key made of all that decides what it finds.
function listTasks() {
  const version = execFileSync('clang-tidy-14', ['--version'], { encoding: 'utf8' });
  const rules = fs.readFileSync(path.join(root, '.clang-tidy'), 'utf8');
  const task = (file, itsChecks, flags) => {
    const args = [`--checks=${itsChecks}`, '--quiet', `--config-file=${root}/.clang-tidy`,
      `--header-filter=${headerFilter}`, file, '--', ...flags];
    const text = (value) => value.replaceAll(root, '');
    const hash = createHash('sha256').update(text(JSON.stringify([version, rules, args])));
    const files = withIncluded([file]);
    for (const read of files) hash.update(text(`\0${read}\0${fs.readFileSync(read, 'utf8')}`));
    return { key: hash.digest('hex').slice(0, 40), args, files };
  };
  const commands = JSON.parse(fs.readFileSync(path.join(build, 'compile_commands.json'), 'utf8'));
  return commands.filter(({ file }) => !/cmake_pch/.test(file)).flatMap(({ file, command }) => {
    const flags = flagsOf(command);
    const units = file.startsWith(build) ? namesIncluded(file) : [];
    if (units.length === 0) return [task(file, checks, flags)];
    return [task(file, `${checks},-bugprone-suspicious-include`, flags),
      ...units.map((unit) => task(unit, `-*,${checksOfOneFile}`, flags))];
  });
}

// Returns the files that the day's commits up to this one or the working tree changed.
function changedFiles() {
  const git = (...words) => execFileSync('git', ['-C', root, ...words], { encoding: 'utf8' }).trim().split('\n');
  const day = Number(git('log', '-1', '--format=%ct')[0]) - 24 * 3600;
  return new Set([...git('log', `--since=${day}`, '--name-only', '--format='), ...git('diff', '--name-only', 'HEAD'),
    ...git('ls-files', '--others', '--exclude-standard')].map((name) => path.join(root, name)));
}

// Whether it is a day since all was found clean; on a machine without a cache the day begins now.
function isWholeDue(stamp) {
  if (fs.existsSync(stamp)) return Date.now() - fs.statSync(stamp).mtimeMs > 24 * 3600 * 1000;
  fs.writeFileSync(stamp, '');
  return false;
}

// Runs the tasks that are left, two at a time, and returns whether all found nothing.
async function run(tasks) {
  let isClean = true;
  const work = async () => {
    for (let task = tasks.shift(); task; task = tasks.shift()) {
      try {
        await promisify(execFile)('clang-tidy-14', task.args, { maxBuffer: 2 ** 28 });
        fs.writeFileSync(path.join(cache, task.key), '');
      } catch (failure) {
        isClean = false;
        process.stdout.write(failure.stdout || `${failure}\n`);
      }
    }
  };
  await Promise.all([work(), work()]);
  return isClean;
}

fs.mkdirSync(cache, { recursive: true });
const stamp = path.join(cache, 'whole');
const isWhole = isWholeDue(stamp);
const changed = changedFiles();
const mayHaveChanged = ({ files }) => isWhole || changed.has(path.join(root, '.clang-tidy')) ||
  files.some((file) => changed.has(file));
const left = listTasks().filter(({ key }) => !fs.existsSync(path.join(cache, key))).filter(mayHaveChanged);
const isClean = await run(left);
if (isClean && isWhole) fs.writeFileSync(stamp, '');
if (!isClean) process.exitCode = 1;
