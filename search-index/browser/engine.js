// The engine: puts its pieces together, starts it and talks to it through its memory.
import { unzlibSync } from 'fflate';
import { SearchError } from './loader.js';

// Returns the checksum that ends a zlib stream (Adler-32, RFC 1950), which the library leaves aside.
function checksum(bytes) {
  let a = 1;
  let b = 0;
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return b * 65536 + a;
}

// Returns the bytes of the pieces' zlib stream. Throws where they are damaged.
function inflatePieces(pieces) {
  const stream = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
  pieces.reduce((at, piece) => {
    stream.set(piece, at);
    return at + piece.length;
  }, 0);
  const bytes = unzlibSync(stream);
  const told = new DataView(stream.buffer).getUint32(stream.length - 4);
  if (checksum(bytes) !== told) throw new Error('the checksum of the engine is wrong');
  return bytes;
}

// Returns what the engine imports; `view` returns a view of its memory.
function surroundings(view) {
  const nothing = () => 0;
  return {
    env: {
      emscripten_notify_memory_growth: nothing,
      __syscall_fadvise64_64: nothing,
      __call_sighandler: nothing,
    },
    wasi_snapshot_preview1: {
      proc_exit: (code) => { throw new Error(`the search engine stopped with ${code}`); },
      environ_get: nothing,
      environ_sizes_get: (count, size) => {
        view().setUint32(count, 0, true);
        view().setUint32(size, 0, true);
        return 0;
      },
    },
  };
}

// Returns the engine's functions over its memory.
async function startEngine(bytes) {
  let memory = null;
  const imports = surroundings(() => new DataView(memory.buffer));
  const { instance } = await WebAssembly.instantiate(bytes, imports);
  const { exports } = instance;
  memory = exports.memory;
  if (exports._initialize) exports._initialize();

  // Calls `action` with the place of a copy of `data` in the engine's memory.
  const withCopy = (data, action) => {
    const place = exports.malloc(data.length);
    new Uint8Array(memory.buffer).set(data, place);
    const result = action(place);
    exports.free(place);
    return result;
  };
  const encoded = (text) => new TextEncoder().encode(`${text.replace(/\0/g, ' ')}\0`);
  const textAt = (place) => {
    const all = new Uint8Array(memory.buffer);
    return new TextDecoder().decode(all.subarray(place, all.indexOf(0, place)));
  };
  return {
    open: (version, plan) =>
      withCopy(encoded(plan), (place) => exports.signpost_open(version, place)) === 1,
    add: (part, data) =>
      withCopy(data, (place) => exports.signpost_add(part, place, data.length)) === 1,
    ask: (request) => textAt(withCopy(encoded(request), (place) => exports.signpost_ask(place))),
  };
}

// Returns the engine that the pieces hold. Throws a SearchError where they do not.
export async function assembleEngine(pieces) {
  let wasm = null;
  try {
    wasm = inflatePieces(pieces);
  } catch (error) {
    throw new SearchError('damaged', error.message);
  }
  try {
    return await startEngine(wasm);
  } catch (error) {
    throw new SearchError('unsupported', error.message);
  }
}
