// When a session is over, by the visitor's clock; tests/browser does it in a page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOver } from '../../themes/signpost/scripts/parts/sessions.mjs';

const rows = [
  ['2026-10-14T12:00:00+01:00', '2026-10-14T10:59:59Z', false],
  ['2026-10-14T12:00:00+01:00', '2026-10-14T11:00:00Z', true],
  ['2026-12-09T11:30:00+00:00', '2026-12-09T11:29:59Z', false],
  ['2026-12-09T11:30:00+00:00', '2026-12-09T11:30:00Z', true],
  // On the Sunday when the clocks go back, before and after.
  ['2026-10-25T00:30:00+01:00', '2026-10-24T23:30:00Z', true],
  ['2026-10-25T10:00:00+00:00', '2026-10-25T09:30:00Z', false],
  ['', '2026-10-25T09:30:00Z', false],
  ['soon', '2026-10-25T09:30:00Z', false],
];

for (const [end, now, expected] of rows) {
  test(`what ends at "${end}" is ${expected ? '' : 'not '}over at ${now}`, () => {
    assert.equal(isOver(end, Date.parse(now)), expected);
  });
}
