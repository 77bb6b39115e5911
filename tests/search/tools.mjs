// What the tests and measurements of the search share: the client of the browser, run in Node from
// the files of a built site.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { nodeModulesOf, program, root } from '../tools.mjs';

// Returns the modules of the client, bundled as the theme bundles them.
export async function loadClient() {
  const nodeModules = nodeModulesOf(path.join(root, 'themes'));
  const esbuild = createRequire(path.join(nodeModules, 'any'))('esbuild');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'signpost-client-'));
  const file = path.join(folder, 'client.mjs');
  esbuild.buildSync({
    bundle: true,
    entryPoints: [path.join(root, 'search-index/browser/client.js')],
    format: 'esm',
    nodePaths: [nodeModules],
    outfile: file,
  });
  const client = await import(pathToFileURL(file).href);
  fs.rmSync(folder, { recursive: true });
  return client;
}

// Returns how the client finds a built site's search: the URLs of the engine and the index, and a
// function that runs a script. `log` gets the path and size of each file that is asked for.
export function siteOf(folder, language = 'en-GB', log = []) {
  const base = pathToFileURL(`${path.resolve(folder)}/`);
  const engines = fs.readdirSync(path.join(folder, 'assets'))
    .filter((name) => /^search-engine\..*\.1of\d+\.js$/.test(name));
  const own = engines.find((name) => name.startsWith(`search-engine.${language.split('-')[0]}.`));
  return {
    engineUrl: new URL(`assets/${own ?? engines.find((name) => name.includes('.en.'))}`, base).href,
    indexUrl: new URL(`search/index.${language}.js`, base).href,
    run: async (url) => {
      const file = fileURLToPath(url.replace(/\?.*/, ''));
      const text = fs.readFileSync(file, 'utf8');
      log.push({ file: path.relative(folder, file), size: fs.statSync(file).size });
      vm.runInThisContext(text);
    },
    runText: (text) => vm.runInThisContext(text),
  };
}

// Returns the answer of `signpost search` as JSON.
export function searchNatively(folder, words, ...options) {
  const out = execFileSync(program,
    ['search', '--out', folder, '--format', 'json', ...options, '--', words],
    { encoding: 'utf8', maxBuffer: 2 ** 26 });
  return JSON.parse(out);
}
