// Lays one theme out as `signpost` reads it: styles compiled by Sass, their logical sides made plain
// ones for old phones by postcss-logical (and mirrored by RTLCSS for languages written from right to
// left), scripts (modules, *.mjs) bundled by esbuild into classic
// scripts (*.js), and every other file copied.
//
//   node build.mjs SOURCE OUTPUT NODE_MODULES STAMP
//
// STAMP is written last; STAMP.d lists for Ninja everything the result was made from.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const [source, output, nodeModules, stamp] = process.argv.slice(2).map((each) => path.resolve(each));
const require = createRequire(path.join(nodeModules, 'theme'));
const esbuild = require('esbuild');
const postcss = require('postcss');
const logical = require('postcss-logical');
const rtlcss = require('rtlcss');
const sass = require('sass');

const here = new URL(import.meta.url).pathname;
const inputs = new Set([here]);
// What a theme's scripts import beside their own files.
const searchClient = path.resolve(here, '../../search-index/browser');
const alias = {
  'signpost-search': path.join(searchClient, 'client.js'),
  'signpost-search/pieces': path.join(searchClient, 'pieces.js'),
};

// Returns the files below `folder`, sorted, as paths relative to it, without hidden files.
function listFiles(folder, prefix = '') {
  inputs.add(folder);
  const entries = fs.readdirSync(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    if (entry.name.startsWith('.')) return [];
    const name = prefix + entry.name;
    return entry.isDirectory() ? listFiles(path.join(folder, entry.name), `${name}/`) : [name];
  });
}

function compileStyle(file) {
  const { css, loadedUrls } = sass.compile(file, {
    charset: false,
    loadPaths: [nodeModules],
    quietDeps: true,
    style: 'compressed',
  });
  for (const url of loadedUrls) inputs.add(new URL(url).pathname);
  return postcss([logical()]).process(css, { from: undefined }).css;
}

// Returns the bundle as a classic script, as pages opened over file:// cannot load modules.
function compileScript(file) {
  const { outputFiles, metafile } = esbuild.buildSync({
    absWorkingDir: path.dirname(source),
    alias,
    bundle: true,
    charset: 'ascii',
    entryPoints: [file],
    format: 'iife',
    legalComments: 'none',
    metafile: true,
    minify: true,
    nodePaths: [nodeModules],
    target: 'es2017',
    write: false,
  });
  for (const each of Object.keys(metafile.inputs)) {
    inputs.add(path.resolve(path.dirname(source), each));
  }
  return outputFiles[0].text;
}

// Returns what one source file becomes: a list of [path below the output folder, content].
function buildFile(name) {
  const file = path.join(source, name);
  inputs.add(file);
  const [room, ...rest] = name.split('/');
  if (name === 'README.md') return [];
  if (room === 'styles') {
    if (rest.length === 1 && name.endsWith('.css')) return [[name, fs.readFileSync(file)]];
    if (rest.length !== 1 || rest[0].startsWith('_') || !name.endsWith('.scss')) return [];
    const css = compileStyle(file);
    const base = name.slice(0, -'.scss'.length);
    return [[`${base}.css`, css], [`${base}.rtl.css`, rtlcss.process(css)]];
  }
  if (room === 'scripts') {
    if (rest.length !== 1 || rest[0].startsWith('_') || !name.endsWith('.mjs')) return [];
    return [[`${name.slice(0, -'.mjs'.length)}.js`, compileScript(file)]];
  }
  return [[name, fs.readFileSync(file)]];
}

const results = listFiles(source).flatMap(buildFile);
for (const [name, content] of results) {
  const file = path.join(output, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, content);
}
const made = new Set(results.map(([name]) => name));
for (const name of listFiles(output)) {
  if (!made.has(name)) fs.rmSync(path.join(output, name));
}
inputs.delete(output);

const escape = (file) => file.replaceAll(/[ #]/g, '\\$&');
const own = [...inputs].filter((file) => !file.startsWith(output));
fs.writeFileSync(`${stamp}.d`, `${escape(stamp)}: ${own.sort().map(escape).join(' ')}\n`);
fs.writeFileSync(stamp, '');
