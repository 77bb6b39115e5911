// What a screen reader says of the pages of the sample, compared with the files of spoken/, which are to be
// read as they are heard. SIGNPOST_UPDATE_GOLDEN=1 rewrites them.
//
// The words are those of Chromium's accessibility tree, which is what a screen reader is given, written in
// the order and with the words that NVDA and Orca use. Orca itself says much the same on Debian (under Xvfb
// with a silent speech server), but only one of five starts came as far as the page, the others waited for
// speech for ever, and it needs 71 packages: no base for a test.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { root } from '../tools.mjs';
import { fileNameOf, sample, useSample } from './sample.mjs';
import { speak } from './speak.mjs';
import { openPage } from './tools.mjs';

const folder = path.join(root, 'tests/browser/spoken');
const tested = useSample();
const isUpdate = process.env.SIGNPOST_UPDATE_GOLDEN === '1';

// Sessions of workshops look at the clock.
const now = Date.parse('2026-11-23T12:00:00Z');

describe('spoken', { concurrency: 2 }, () => {
  for (const each of sample) {
    test(each.title, async () => {
      const context = await tested.browser.newContext();
      await context.clock.setFixedTime(now);
      const { page } = await openPage(context, tested.baseUrls[each.site], each.name, 1280);
      const spoken = await speak(page);
      await context.close();
      const file = path.join(folder, `${fileNameOf(each)}.txt`);
      if (isUpdate) fs.writeFileSync(file, spoken);
      assert.deepEqual(spoken.split('\n'), fs.readFileSync(file, 'utf8').split('\n'));
    });
  }
});

test('every file is of a page of the sample', () => {
  assert.deepEqual(fs.readdirSync(folder).sort(), sample.map((each) => `${fileNameOf(each)}.txt`).sort());
});
