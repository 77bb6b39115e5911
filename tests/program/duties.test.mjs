// The calendar of duties: entries that two services have side by side, and that move with their day.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { makeFolder } from '../tools.mjs';
import { copySite, signpost } from './tools.mjs';

// Returns the day of each entry by its UID, of the frozen site with its settings changed by `change`.
function entriesOf(change, date = '2026-11-30') {
  const site = copySite(makeFolder());
  const settings = path.join(site, 'site-config.yaml');
  fs.writeFileSync(settings, change(fs.readFileSync(settings, 'utf8')));
  const calendar = () => signpost('duties', '--site', site, '--date', date, '--format', 'ics').stdout;
  const text = calendar();
  assert.equal(calendar(), text, 'the same bytes again');
  return new Map([...text.matchAll(/^UID:(.*)\r\n(?:.*\r\n)*?DTSTART;VALUE=DATE:(\d+)/gm)].map((m) => [m[1], m[2]]));
}

test('an entry is named by its service, and keeps its name when its day moves', () => {
  const plain = entriesOf((text) => text);
  assert.equal(plain.get('duty-annual-report-2026-27@rotherham-sendiass'), '20270731');
  const elsewhere = entriesOf((text) => text.replace('name: Rotherham SENDIASS', 'name: Anytown SENDIASS'));
  assert.ok([...elsewhere.keys()].every((uid) => !plain.has(uid)));
  const hosted = entriesOf((text) => text.replace('base_url: ""', 'base_url: "https://www.anytown.example/help/"'));
  assert.ok(hosted.has('duty-annual-report-2026-27@www.anytown.example'));
  const moved = entriesOf((text) => text.replaceAll('by: "07-31"', 'by: "08-15"'));
  assert.equal(moved.get('duty-annual-report-2026-27@rotherham-sendiass'), '20270815');
  assert.deepEqual([...moved.keys()].sort(), [...plain.keys()].sort());
});
