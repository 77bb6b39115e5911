// What a photo tells is not in the published file, its pixels are: read byte by byte, without the program's own code.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { makeFolder } from '../tools.mjs';
import { build, copySite } from './tools.mjs';

const bytes = (...parts) => Buffer.concat(parts.map((part) =>
  typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part)));

function segment(marker, payload) {
  const size = Buffer.alloc(2);
  size.writeUInt16BE(payload.length + 2);
  return bytes([0xff, marker], size, payload);
}

// EXIF data of a picture to be turned by 90 degrees, with a place and the name of the camera's owner.
function exif() {
  const entry = (tag, type, count, value) => {
    const out = Buffer.alloc(12);
    out.writeUInt16BE(tag, 0);
    out.writeUInt16BE(type, 2);
    out.writeUInt32BE(count, 4);
    if (type === 3) out.writeUInt16BE(value, 8);
    else out.writeUInt32BE(value, 8);
    return out;
  };
  const text = 'Anna Whitfield\0';
  const gps = 8 + 2 + 3 * 12 + 4 + text.length;
  return bytes('Exif\0\0', 'MM\0*', [0, 0, 0, 8], [0, 3], entry(0x112, 3, 1, 6),
    entry(0x13b, 2, text.length, 50), entry(0x8825, 4, 1, gps), [0, 0, 0, 0], text,
    [0, 1], entry(1, 2, 2, 0x4e000000), [0, 0, 0, 0], '51 deg 30 min');
}

// The segments of a JPEG before its pixels, as [marker, payload], and the rest.
function parts(jpeg) {
  const segments = [];
  let at = 2;
  while (jpeg[at + 1] !== 0xda) {
    const size = jpeg.readUInt16BE(at + 2);
    segments.push([jpeg[at + 1], jpeg.subarray(at + 4, at + 2 + size)]);
    at += 2 + size;
  }
  return { segments, pixels: jpeg.subarray(at) };
}

const kPixels = bytes(segment(0xda, 'scan'), 'coded', [0xff, 0], 'dots', [0xff, 0xd9]);
const kColours = segment(0xe2, bytes('ICC_PROFILE\0', [1, 1], 'colours'));
const kPhoto = bytes([0xff, 0xd8], segment(0xe1, exif()), kColours, segment(0xfe, 'by Anna Whitfield'),
  segment(0xc0, [8, 0, 3, 0, 4, 1, 1, 17, 0]), kPixels, 'a film behind the photo');

test('a photo that cannot be cleaned is not published, whatever the settings say', () => {
  const site = copySite(path.join(makeFolder(), 'site'));
  fs.writeFileSync(path.join(site, 'content/about/door.jpg'), kPhoto.subarray(0, kPhoto.indexOf('coded')));
  fs.appendFileSync(path.join(site, 'content/about/contact.md'), '\n![The blue front door](door.jpg)\n');
  fs.appendFileSync(path.join(site, 'site-config.yaml'), '  asset-damaged: off\n');
  const out = path.join(makeFolder(), 'out');
  build(site, out);
  assert.ok(fs.existsSync(path.join(out, 'about/contact.html')));
  assert.ok(!fs.existsSync(path.join(out, 'about/door.jpg')));
});

test('a published photo tells nobody where it was taken and by whom', () => {
  const site = copySite(path.join(makeFolder(), 'site'));
  fs.writeFileSync(path.join(site, 'content/about/door.jpg'), kPhoto);
  fs.writeFileSync(path.join(site, 'content/about/unused.jpg'), kPhoto);
  fs.appendFileSync(path.join(site, 'content/about/contact.md'), '\n![The blue front door](door.jpg)\n');
  const out = path.join(makeFolder(), 'out');
  build(site, out);
  const published = fs.readFileSync(path.join(out, 'about/door.jpg'));
  for (const told of ['Anna', '51 deg', 'film']) assert.ok(!published.includes(told), told);
  const { segments, pixels } = parts(published);
  assert.deepEqual(pixels, kPixels);
  assert.deepEqual(segments.map(([marker]) => marker), [0xe1, 0xe2, 0xc0]);
  assert.deepEqual(segments[0][1], bytes('Exif\0\0', 'MM\0*', [0, 0, 0, 8, 0, 1],
    [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0], [0, 0, 0, 0]));
  assert.ok(published.includes(kColours));
  assert.ok(!fs.existsSync(path.join(out, 'about/unused.jpg')));
  const again = path.join(makeFolder(), 'out');
  build(site, again);
  assert.deepEqual(fs.readFileSync(path.join(again, 'about/door.jpg')), published);
});
