// Wraps an engine into classic scripts, since pages opened over file:// can load nothing else:
//
//   node wrap-engine.mjs ENGINE.wasm LANGUAGE FOLDER BUDGET.json ZOPFLI
//
// FOLDER gets search-engine.LANGUAGE.HASH.1of5.js and so on: pieces of one zlib stream, so that a bad
// line loses a piece and not the whole, each with .br and .gz copies for hosts that serve them.
// Fails where the engine is larger than its budget, or imports what the client does not give it.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { textOfBytes } from '../browser/text.js';

const pieceBytes = 28_000;
// What browser/client.js gives the engine.
const knownImports = ['env.__call_sighandler', 'env.__syscall_fadvise64_64',
  'env.emscripten_notify_memory_growth', 'wasi_snapshot_preview1.environ_get',
  'wasi_snapshot_preview1.environ_sizes_get', 'wasi_snapshot_preview1.proc_exit'];

const [file, language, folder, budgetFile, zopfli] = process.argv.slice(2);

function brotli(bytes) {
  const { BROTLI_PARAM_LGWIN, BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = zlib.constants;
  return zlib.brotliCompressSync(bytes, { params: {
    [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_LGWIN]: 22, [BROTLI_PARAM_SIZE_HINT]: bytes.length,
  } });
}

const wasm = fs.readFileSync(file);
const imports = WebAssembly.Module.imports(new WebAssembly.Module(wasm))
  .map((each) => `${each.module}.${each.name}`);
const unknown = imports.filter((each) => !knownImports.includes(each));
if (unknown.length > 0) throw new Error(`the engine lacks what it imports: ${unknown.join(', ')}`);

const budgets = JSON.parse(fs.readFileSync(budgetFile, 'utf8')).brotli_bytes;
const budget = budgets[language] ?? budgets.other;
const size = brotli(wasm).length;
if (size > budget) {
  throw new Error(`the engine for ${language} takes ${size} bytes with brotli, ${size - budget} more than ` +
    `its budget of ${budget} in ${budgetFile}`);
}

const compressed = execFileSync(zopfli, ['--zlib', '-c', file], { maxBuffer: 2 ** 26 });
const count = Math.ceil(compressed.length / pieceBytes);
const hash = createHash('sha256').update(wasm).digest('hex').slice(0, 10);
const prefix = `search-engine.${language}.`;
fs.mkdirSync(folder, { recursive: true });
for (const old of fs.readdirSync(folder)) {
  if (old.startsWith(prefix)) fs.rmSync(path.join(folder, old));
}
let served = 0;
for (let i = 0; i < count; ++i) {
  const piece = compressed.subarray(i * pieceBytes, (i + 1) * pieceBytes);
  const script = Buffer.from(`signpostSearch.engine(${i + 1},"${textOfBytes(piece)}")\n`, 'latin1');
  const name = path.join(folder, `${prefix}${hash}.${i + 1}of${count}.js`);
  fs.writeFileSync(name, script);
  fs.writeFileSync(`${name}.br`, brotli(script));
  fs.writeFileSync(`${name}.gz`, zlib.gzipSync(script, { level: 9 }));
  served += script.length;
}
console.log(`search engine for ${language}: ${wasm.length} bytes, ${compressed.length} compressed, ` +
  `${size} with brotli; as ${count} scripts ${served}`);
