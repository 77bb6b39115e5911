// How the time of `signpost check` grows with what one file can hold: for each family of input the
// CPU seconds at n, 2n and 4n, less those of an empty site, and the exponent that fits them (the
// slope of their logarithms). 1 is in step with n, 2 is its square; times under 0.1 s are noise and left out.
// What is refused at a bound says so: then time no longer grows.
//
//   node tests/bench/growth.mjs [RUNS [FAMILY…]]       3 runs of each, all families
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { program } from '../tools.mjs';
import { families } from './growth-families.mjs';

const [runs = '3', ...only] = process.argv.slice(2);
const kTimeout_s = 60;
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

function writeSite(folder, files) {
  fs.rmSync(folder, { recursive: true, force: true });
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  }
}

// Returns CPU seconds, peak memory and the rules that were reported.
function measure(folder, command) {
  const result = spawnSync('/usr/bin/time', ['-f', '%U %S %M', 'timeout', String(kTimeout_s), program,
    ...command], { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 30 });
  const [user, system, peak] = result.stderr.trim().split('\n').at(-1).split(' ').map(Number);
  const rules = [...new Set(result.stdout.match(/"rule":"[a-z-]+/g) ?? [])].map((each) => each.slice(8));
  return { cpu_s: user + system, peak_mib: peak / 1024, status: result.status, rules };
}

// The slope of the line through (log n, log t) with the least squares.
function slope(points) {
  const logs = points.map(([n, t]) => [Math.log(n), Math.log(t)]);
  const mean = (index) => logs.reduce((sum, each) => sum + each[index], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  return logs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0) /
    logs.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}

const work = fs.mkdtempSync(path.join(os.tmpdir(), 'signpost-growth-'));
try {
  const check = ['check', '--format', 'json', '--date', '2026-11-23', '--jobs', '1'];
  writeSite(work, families.empty.files(0));
  const base = median(Array.from({ length: 5 }, () => measure(work, check).cpu_s));
  console.log(`an empty site: ${base.toFixed(2)} s\n`);
  console.log('| family | n | s at n, 2n, 4n | MiB | exponent | reported |\n| --- | --- | --- | --- | --- | --- |');
  for (const [name, family] of Object.entries(families)) {
    if (name === 'empty' || (only.length > 0 && !only.includes(name))) continue;
    const samples = [1, 2, 4].map((times) => {
      writeSite(work, family.files(family.n * times));
      const all = Array.from({ length: Number(runs) }, () => measure(work, family.command ?? check));
      return { ...all[0], cpu_s: Math.max(median(all.map((each) => each.cpu_s)) - base, 0.001) };
    });
    const points = samples.map((each, i) => [family.n * 2 ** i, each.cpu_s]).filter((each) => each[1] >= 0.1);
    const fitted = points.length < 2 ? '–' : slope(points).toFixed(2);
    const bad = samples[2].status > 1 ? ` exit ${samples[2].status}` : '';
    console.log(`| ${[name, family.n, samples.map((each) => each.cpu_s.toFixed(2)).join(' '),
      samples[2].peak_mib.toFixed(0), fitted, samples[2].rules.slice(0, 4).join(' ') + bad].join(' | ')} |`);
  }
} finally {
  fs.rmSync(work, { recursive: true, force: true });
}
