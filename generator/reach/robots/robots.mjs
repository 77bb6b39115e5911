// Writes the names that robots of the kept list give themselves as rows of a C++ array: sorted by
// bytes, and none holds another, so that a search of two steps finds them (robots.cc).
//   node robots.mjs NODE_MODULES OUTPUT
// A name of the list is a regular expression. Those that no literal stands for are kept by their
// longest piece; "^" at the start means the start of the user agent.
import { Buffer } from 'node:buffer';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const kFewestCharacters = 3;
const [modules, output] = process.argv.slice(2);
const list = JSON.parse(fs.readFileSync(
  path.join(modules, 'crawler-user-agents/crawler-user-agents.json'), 'utf8'));

// Returns the alternatives of "a|b" outside of brackets.
function alternatives(pattern) {
  const parts = [''];
  let depth = 0;
  for (let i = 0; i < pattern.length; ++i) {
    const c = pattern[i];
    if (c === '\\') {
      parts[parts.length - 1] += c + pattern[++i];
      continue;
    }
    if (c === '(' || c === '[') ++depth;
    if (c === ')' || c === ']') --depth;
    if (c === '|' && depth === 0) parts.push('');
    else parts[parts.length - 1] += c;
  }
  return parts;
}

// The end of the bracket that opens at `from`.
function closing(pattern, from) {
  for (let i = from + 1, depth = 1; i < pattern.length; ++i) {
    if (pattern[i] === '\\') ++i;
    else if (pattern[i] === '(') ++depth;
    else if (pattern[i] === ')' && --depth === 0) return i;
  }
  throw new Error(`robots.mjs: no end of a bracket in ${pattern}`);
}

// Returns the texts that the pattern stands for; null in them is what can be anything.
function expanded(pattern) {
  let texts = [[]];
  const add = (choices) => {
    texts = texts.flatMap((text) => choices.map((choice) => [...text, ...choice]));
    if (texts.length > 64) throw new Error(`robots.mjs: too many forms of ${pattern}`);
  };
  for (let i = 0; i < pattern.length; ++i) {
    const c = pattern[i];
    if (c === '\\') {
      const next = pattern[++i];
      add([[/[a-zA-Z0-9]/.test(next) ? null : next]]);
    } else if (c === '[') {
      const end = pattern.indexOf(']', i);
      const set = pattern.slice(i + 1, end);
      add(/^[A-Za-z]+$/.test(set) ? [...set].map((one) => [one]) : [[null]]);
      i = end;
    } else if (c === '(') {
      const end = closing(pattern, i);
      const inside = pattern.slice(i + 1, end).replace(/^\?:/, '');
      if (inside.startsWith('?')) add([[null]]);
      else add(alternatives(inside).flatMap(expanded));
      i = end;
    } else if (c === '.') {
      add([[null]]);
    } else if (c === '*' || c === '?') {  // what stands before it may be missing
      texts = texts.map((text) => [...text.slice(0, -1), null]);
    } else if (c === '+' || c === '$') {
      add([[null]]);
    } else {
      add([[c]]);
    }
  }
  return texts;
}

// Returns the longest piece without anything that can be anything.
function longestPiece(text) {
  const pieces = text.map((c) => c ?? '\0').join('').split('\0');
  return pieces.reduce((longest, piece) => piece.length > longest.length ? piece : longest, '');
}

const names = new Set();
for (const { pattern } of list) {
  for (const one of alternatives(pattern)) {
    for (const text of expanded(one)) {
      const name = longestPiece(text);
      if (name.replace('^', '').length < kFewestCharacters) {
        throw new Error(`robots.mjs: "${pattern}" would match too much`);
      }
      names.add(name);
    }
  }
}
const bytes = (name) => Buffer.from(name, 'utf8');
const minimal = [...names]
  .filter((name) => ![...names].some((other) => other !== name && name.includes(other)))
  .sort((a, b) => Buffer.compare(bytes(a), bytes(b)));
const literal = (name) => `    "${[...bytes(name)].map((byte) =>
  byte < 0x20 || byte > 0x7e || byte === 0x22 || byte === 0x5c || byte === 0x3f
    ? `\\${byte.toString(8).padStart(3, '0')}` : String.fromCharCode(byte)).join('')}",\n`;
const text = minimal.map(literal).join('');
if (!fs.existsSync(output) || fs.readFileSync(output, 'utf8') !== text) {
  fs.writeFileSync(output, text);
}
