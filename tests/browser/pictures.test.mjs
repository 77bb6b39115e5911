// How the pages look: small grey pictures of ten views, compared with those in pictures/, with room for
// what letters of another version of the same font change. SIGNPOST_UPDATE_GOLDEN=1 takes them anew: look
// at every one before you commit it.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { root } from '../tools.mjs';
import { fileNameOf, useSample } from './sample.mjs';
import { openPage } from './tools.mjs';

const folder = path.join(root, 'tests/browser/pictures');
const isUpdate = process.env.SIGNPOST_UPDATE_GOLDEN === '1';
const now = Date.parse('2026-11-23T12:00:00Z');
// How much of full scale pixels may differ by on average, and what share of them by more than a fifth.
const mostAverage = 0.02;
const mostOther = 0.03;

const phone = { width: 360, height: 1200, shrink: 2, media: { colorScheme: 'light' } };
const dark = { ...phone, media: { colorScheme: 'dark' } };
const desktop = { width: 1280, height: 1280, shrink: 4, media: { colorScheme: 'light' } };
// A4 without its margins, at 96 dots an inch.
const print = { width: 680, height: 970, shrink: 3, media: { media: 'print' } };

const views = [
  ['frozen', 'index.html', 'phone', phone],
  ['frozen', 'index.html', 'phone-dark', dark],
  ['frozen', 'index.html', 'desktop', desktop],
  ['frozen', 'factsheets/mediation/the-meeting.html', 'phone', phone],
  ['frozen', 'factsheets/mediation/all.html', 'print', print],
  ['frozen', 'reports/annual-report-2017-18.html', 'desktop', desktop],
  ['frozen', 'a-to-z.html', 'desktop-dark', { ...desktop, media: { colorScheme: 'dark' } }],
  ['frozen', 'about/time-limits.html', 'phone', phone],
  ['frozen', 'workshops/this-term.html', 'desktop', desktop],
  ['urdu', 'factsheets/plan.html', 'phone', phone],
].map(([site, name, view, how]) => ({ site, name, file: `${fileNameOf({ site, name })}-${view}.webp`, ...how }));

// The page in which pictures are compared.
let bench;
const tested = useSample(async ({ browser }) => { bench = await browser.newPage(); });

// Returns a picture of the top of the page as it is seen, as the address of its data.
async function takePicture({ site, name, width, height, media }) {
  const context = await tested.browser.newContext({ reducedMotion: 'reduce' });
  await context.clock.setFixedTime(now);
  const { page } = await openPage(context, tested.baseUrls[site], name, width);
  await page.emulateMedia(media);
  await page.setViewportSize({ width, height });
  const bytes = await page.screenshot({ clip: { x: 0, y: 0, width, height } });
  await context.close();
  return `data:image/png;base64,${bytes.toString('base64')}`;
}

// In the browser: makes `taken` grey and small. Returns it as WebP and how it differs from `kept`.
async function compare({ taken, kept, shrink }) {
  const draw = async (address, scale) => {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width / scale;
    canvas.height = image.height / scale;
    const context = canvas.getContext('2d');
    context.imageSmoothingQuality = 'high';
    context.filter = 'grayscale(1)';
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas;
  };
  const pixels = (canvas) => canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
  const small = await draw(taken, shrink);
  const result = { picture: small.toDataURL('image/webp', 0.4), average: 1, other: 1 };
  if (!kept) return result;
  const old = await draw(kept, 1);
  if (old.width !== small.width || old.height !== small.height) return result;
  const [one, two] = [pixels(small), pixels(old)];
  let sum = 0;
  let far = 0;
  for (let at = 0; at < one.length; at += 4) {
    const difference = Math.abs(one[at] - two[at]);
    sum += difference;
    if (difference > 51) far += 1;
  }
  return { ...result, average: sum / 255 / (one.length / 4), other: far / (one.length / 4) };
}

describe('pictures', { concurrency: 2 }, () => {
  for (const view of views) {
    test(view.file, async () => {
      const file = path.join(folder, view.file);
      const kept = fs.existsSync(file) && `data:image/webp;base64,${fs.readFileSync(file, 'base64')}`;
      const taken = await takePicture(view);
      const { picture, average, other } = await bench.evaluate(compare, { taken, kept, shrink: view.shrink });
      if (isUpdate) {
        fs.writeFileSync(file, Buffer.from(picture.split(',')[1], 'base64'));
        return;
      }
      assert.ok(average <= mostAverage && other <= mostOther,
        `differs by ${(100 * average).toFixed(1)} % on average, ${(100 * other).toFixed(1)} % of it by much`);
    });
  }
});

test('every picture is of a view, and small', () => {
  const files = fs.readdirSync(folder).sort();
  assert.deepEqual(files, views.map((view) => view.file).sort());
  for (const name of files) assert.ok(fs.statSync(path.join(folder, name)).size < 15_000, name);
});
