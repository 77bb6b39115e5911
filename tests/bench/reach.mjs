// Time and memory of `signpost reach` on made-up logs of growing size: lines a second and MiB.
//   node tests/bench/reach.mjs [LINES…]     default: 100000 1000000
// Memory must not grow with the number of lines, only with the visitors of a day.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { program } from '../tools.mjs';

const kLinesOfDay = 10000;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (number) => String(number).padStart(2, '0');

// A generator of numbers that is the same each time (Park and Miller, 1988).
let state = 1;
function random(limit) {
  state = (state * 48271) % 2147483647;
  return state % limit;
}

function line(number) {
  const seconds = Math.floor((number % kLinesOfDay) * (86400 / kLinesOfDay));
  const day = new Date(Date.UTC(2026, 0, 1) + Math.floor(number / kLinesOfDay) * 86400000);
  const stamp = `${two(day.getUTCDate())}/${months[day.getUTCMonth()]}/${day.getUTCFullYear()}:` +
    `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  const address = `10.${random(4)}.${random(16)}.${random(32)}`;
  const target = random(3) === 0 ? `/factsheets/page-${random(60)}.html` : `/assets/main.${random(9)}.css`;
  const agent = random(5) === 0 ? 'Mozilla/5.0 (compatible; examplebot/2.1)' :
    `Mozilla/5.0 (X11; Linux x86_64; rv:${100 + random(40)}.0) Gecko/20100101 Firefox/${100 + random(40)}.0`;
  const referrer = random(2) === 0 ? '-' : 'https://www.google.co.uk/';
  return `${address} - - [${stamp} +0000] "GET ${target} HTTP/1.1" 200 ${random(90000)} "${referrer}" "${agent}"\n`;
}

function writeLog(file, lines) {
  const out = fs.openSync(file, 'w');
  for (let number = 0; number < lines;) {
    let text = '';
    for (const end = Math.min(lines, number + 20000); number < end; ++number) text += line(number);
    fs.writeSync(out, text);
  }
  fs.closeSync(out);
}

const sizes = process.argv.slice(2).map(Number);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'signpost-bench-'));
try {
  for (const lines of sizes.length > 0 ? sizes : [100000, 1000000]) {
    const file = path.join(folder, 'access.log');
    writeLog(file, lines);
    const size = fs.statSync(file).size;
    const start = process.hrtime.bigint();
    const run = spawnSync('/usr/bin/time', ['-f', '%M', program, 'reach', '--site', folder, file],
      { encoding: 'utf8' });
    const seconds = Number(process.hrtime.bigint() - start) / 1e9;
    if (run.status !== 0) throw new Error(run.stderr);
    const mebibytes = Number(run.stderr.trim().split('\n').pop()) / 1024;
    console.log(`${lines} lines (${(size / 1e6).toFixed(0)} MB): ${seconds.toFixed(2)} s, ` +
      `${Math.round(lines / seconds / 1000)} 000 lines a second, ${mebibytes.toFixed(0)} MiB`);
  }
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
