// Measures whole builds, search index included: wall seconds, CPU seconds (user + system) and peak
// memory, as medians. Where `hugo` and `pagefind` are installed (or named by HUGO and PAGEFIND), they
// build the same pages in the same run, turn by turn, and the ratio of each pair is printed.
//
//   node tests/bench/compare.mjs [RUNS [COUNT…]]        5 runs of 1000 and 10000 pages
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { program, root } from '../tools.mjs';

const hugo = process.env.HUGO ?? 'hugo';
const pagefind = process.env.PAGEFIND ?? 'pagefind';
const [runs = 5, ...counts] = process.argv.slice(2).map(Number);
if (counts.length === 0) counts.push(1_000, 10_000);

const isInstalled = (command) => spawnSync(command, ['--help']).error === undefined;
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

// Runs a command and returns what it cost; `time` prints one line of figures after its output.
function measure(command, folder) {
  const result = spawnSync('/usr/bin/time', ['-f', '%e %U %S %M', ...command],
    { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (result.status !== 0) throw new Error(`${command.join(' ')}\n${result.stdout}${result.stderr}`);
  const [wall, user, system, peak] = result.stderr.trim().split('\n').at(-1).split(' ').map(Number);
  return { wall_s: wall, cpu_s: user + system, peak_mib: peak / 1024 };
}

// Two commands, one after the other, as one.
const together = (a, b) => ({
  wall_s: a.wall_s + b.wall_s, cpu_s: a.cpu_s + b.cpu_s, peak_mib: Math.max(a.peak_mib, b.peak_mib),
});

function folderSize(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const file = path.join(folder, entry.name);
    return sum + (entry.isDirectory() ? folderSize(file) : fs.statSync(file).size);
  }, 0);
}

function print(name, pages, samples, output) {
  const size = output ? (folderSize(output) / 1e6).toFixed(1) : '';
  const figures = [['wall_s', 2], ['cpu_s', 2], ['peak_mib', 0]].map(
    ([key, digits]) => median(samples.map((each) => each[key])).toFixed(digits));
  console.log(`| ${[name, pages, ...figures, size].join(' | ')} |`);
}

const hasPeers = isInstalled(hugo) && isInstalled(pagefind);
if (!hasPeers) console.log('Hugo and Pagefind are not both installed: no ratios.\n');
console.log('| what | pages | wall s | CPU s | peak MiB | output MB |\n| --- | --- | --- | --- | --- | --- |');
for (const count of counts) {
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'signpost-bench-'));
  const ours = path.join(work, 'signpost');
  const theirs = path.join(work, 'hugo');
  for (const [folder, flavour] of [[ours, 'signpost'], [theirs, 'hugo']]) {
    spawnSync(process.execPath, [path.join(root, 'tests/bench/make-corpus.mjs'), count, folder, flavour]);
  }
  const samples = { first: [], again: [], peers: [] };
  for (let run = 0; run < runs; ++run) {
    fs.rmSync(path.join(ours, 'public'), { recursive: true, force: true });
    const build = [program, 'build', '--site', ours, '--out', path.join(ours, 'public'),
      '--date', '2026-11-23'];
    samples.first.push(measure(build, ours));
    samples.again.push(measure(build, ours));
    if (!hasPeers) continue;
    fs.rmSync(path.join(theirs, 'public'), { recursive: true, force: true });
    samples.peers.push(together(measure([hugo, '--quiet'], theirs),
      measure([pagefind, '--site', path.join(theirs, 'public')], theirs)));
  }
  print('Signpost', count, samples.first, path.join(ours, 'public'));
  print('Signpost, nothing changed', count, samples.again);
  if (hasPeers) {
    print('Hugo + Pagefind', count, samples.peers, path.join(theirs, 'public'));
    const ratio = (key) =>
      median(samples.peers.map((each, run) => each[key] / samples.first[run][key])).toFixed(1);
    console.log(`| times Signpost's | ${count} | ${ratio('wall_s')} | ${ratio('cpu_s')} | ${ratio('peak_mib')} | |`);
  }
  fs.rmSync(work, { recursive: true });
}
