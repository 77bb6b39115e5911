// Sessions of workshops in Chromium on a day after the site was made: those that have ended since
// say so and can no longer be booked; nothing is announced, and without scripts all is as it was made.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listPages, useSite } from './tools.mjs';

const { pages } = listPages();
const name = 'workshops/this-term.html';

const tested = useSite();

// Opens the page with the browser's clock at `now` and returns what stands in each session.
async function readSessions(now, options = {}) {
  const context = await tested.browser.newContext(options);
  const page = await context.newPage();
  if (now) await page.clock.setFixedTime(now);
  await page.goto(tested.server.baseUrl + name);
  const sessions = await page.locator('.sp-session').all();
  const found = [];
  for (const session of sessions) {
    found.push({
      end: await session.locator('.sp-session__end > time').getAttribute('datetime'),
      over: await session.locator('.sp-session__state--over').count(),
      cancelled: await session.locator('.sp-session__state--cancelled').count(),
      full: await session.getByText('is full').count(),
      links: await session.locator('.sp-session__links a').count(),
    });
  }
  const live = await page.locator('main [aria-live], main [role=status], main [role=alert]').count();
  await context.close();
  return { found, live };
}

test('the site has workshops', () => assert.ok(pages.includes(name)));

test('sessions are over once they have ended, by the visitor\'s clock', async () => {
  const made = (await readSessions(null, { javaScriptEnabled: false })).found;
  const next = made.find((session) => session.links > 0);
  assert.ok(next, 'a session that can be booked');
  const end = Date.parse(next.end);

  const before = await readSessions(end - 1000);
  assert.deepEqual(before.found.find((session) => session.end === next.end), next);

  const { found, live } = await readSessions(end);
  assert.deepEqual(found.find((session) => session.end === next.end),
    { end: next.end, over: 1, cancelled: 0, full: 0, links: 0 });
  assert.equal(live, 0);
});

test('long after, every session says once that it is over or that it was cancelled', async () => {
  const { found } = await readSessions(Date.parse('2040-01-01T00:00:00Z'));
  assert.ok(found.length > 0);
  for (const session of found) {
    assert.equal(session.over + session.cancelled, 1, session.end);
    assert.equal(session.links, 0, session.end);
  }
});
