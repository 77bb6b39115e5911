// Searches in the page: loads the engine and the parts of the index that a query needs, as classic
// scripts, so that it works the same over https:// and from a folder (file://). Nothing is loaded
// before load() or search(), and nothing that is asked leaves the page.
import { unzlibSync } from 'fflate';
import { bytesOfText } from './text.js';

// Before each attempt to load a file.
const usualPauses_ms = [0, 400, 1500];
// A query needs a handful of rounds; many more mean that something is wrong.
const maxRounds = 200;

// Why a search could not be made, after all attempts. `reason`:
//   unsupported  the browser is too old
//   unreachable  the network, or the host, does not give the files
//   outdated     the site has been published anew since this page was opened
//   damaged      the files have come and are not right
export class SearchError extends Error {
  constructor(reason, message) {
    super(message);
    this.name = 'SearchError';
    this.reason = reason;
  }
}

const wait = (duration_ms) => new Promise((resolve) => { setTimeout(resolve, duration_ms); });

// Runs the script at `url`. Rejects where it cannot be had.
function runScript(url) {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = url;
    script.onload = () => {
      script.remove();
      resolve();
    };
    script.onerror = () => {
      script.remove();
      reject(new Error(`cannot load ${url}`));
    };
    document.head.append(script);
  });
}

// Runs the script at `url` until `isThere()` tells that what it brings has come: a script that was
// cut off runs not at all, or brings what is refused.
async function fetchScript({ run, pauses_ms }, url, isThere) {
  let failure = null;
  for (let attempt = 0; attempt < pauses_ms.length; ++attempt) {
    if (pauses_ms[attempt] > 0) await wait(pauses_ms[attempt]);
    try {
      // What came wrong may be in a cache: later attempts ask past it.
      await run(attempt === 0 ? url : `${url}?again=${attempt}`);
      if (isThere()) return;
      failure = new SearchError('damaged', `${url} is damaged`);
    } catch (error) {
      failure = new SearchError('unreachable', error.message);
    }
  }
  throw failure;
}

// Returns the addresses of the engine's pieces from that of the first: "…1of5.js".
function pieceUrls(engineUrl) {
  const [, before, count] = /^(.*)1of(\d+)\.js$/.exec(engineUrl);
  return Array.from({ length: Number(count) }, (_, i) => `${before}${i + 1}of${count}.js`);
}

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

// Returns the engine's functions over its memory.
async function startEngine(bytes) {
  let memory = null;
  const nothing = () => 0;
  const imports = {
    env: {
      emscripten_notify_memory_growth: nothing,
      __syscall_fadvise64_64: nothing,
      __call_sighandler: nothing,
    },
    wasi_snapshot_preview1: {
      proc_exit: (code) => { throw new Error(`the search engine stopped with ${code}`); },
      environ_get: nothing,
      environ_sizes_get: (count, size) => {
        const view = new DataView(memory.buffer);
        view.setUint32(count, 0, true);
        view.setUint32(size, 0, true);
        return 0;
      },
    },
  };
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

// Returns the request as the engine reads it (engine.h).
function requestText(request) {
  const lines = [`offset ${request.offset || 0}`, `limit ${request.limit || 10}`];
  for (const [key, values] of [['kind', request.kinds], ['topic', request.topics],
    ['audience', request.audiences]]) {
    for (const value of values || []) lines.push(`${key} ${value.replace(/\s/g, '')}`);
  }
  if (request.prefix) lines.push('prefix');
  if (request.correct === false) lines.push('typed');
  if (request.facets === false) lines.push('hits');
  return `${lines.join('\n')}\nwords\n${request.words}`;
}

// Returns a client; nothing is loaded yet. `engineUrl` is the engine's first piece, `indexUrl` the
// script that an index begins with; both absolute. `onProgress({ loaded, total })` is told of the
// files that are needed before the first answer. `run` and `pauses_ms` are for tests: what runs the
// script at a URL, and how long it waits before each attempt.
export function createSearchClient({
  engineUrl, indexUrl, onProgress = () => {}, run = runScript, pauses_ms = usualPauses_ms,
}) {
  const loader = { run, pauses_ms };
  const pieces = new Map();
  const parts = new Map(); // by number: a promise that it has arrived
  let entry = null; // what the index's first script said last
  let index = null; // the entry in use
  let engine = null;
  let arrivals = new Set();
  let loading = null;

  globalThis.signpostSearch = {
    engine: (piece, text) => pieces.set(piece, bytesOfText(text)),
    index: (id, version, plan) => { entry = { id, version, plan }; },
    part: (id, number, text) => {
      if (engine && index && id === index.id && engine.add(number, bytesOfText(text))) {
        arrivals.add(number);
      }
    },
  };

  const partUrl = (number) =>
    new URL(`parts/${index.id}/${Math.floor(number / 256)}/${number}.js`, indexUrl).href;

  function fetchPart(number) {
    if (!parts.has(number)) {
      const { id } = index;
      const arrived = fetchScript(loader, partUrl(number),
        () => arrivals.has(number) || index.id !== id);
      parts.set(number, arrived);
      arrived.catch(() => { if (index.id === id) parts.delete(number); });
    }
    return parts.get(number);
  }

  const fetchEntry = (url) => {
    entry = null;
    return fetchScript(loader, url, () => entry !== null);
  };

  function openIndex() {
    if (!engine.open(entry.version, entry.plan)) {
      throw new SearchError('outdated', 'the index is of another form than the engine');
    }
    index = entry;
    arrivals = new Set();
    parts.clear();
  }

  // After a part could not be had: takes up the index that is published now, if it is another one,
  // and throws `failure` if it is not.
  async function renewIndex(failure) {
    const { id } = index;
    await fetchEntry(`${indexUrl}?now=${Date.now()}`);
    if (entry.id === id) throw failure;
    openIndex();
  }

  async function assembleEngine(received) {
    let wasm = null;
    try {
      wasm = inflatePieces(received);
    } catch (error) {
      pieces.clear();
      throw new SearchError('damaged', error.message);
    }
    try {
      return await startEngine(wasm);
    } catch (error) {
      throw new SearchError('unsupported', error.message);
    }
  }

  async function loadAll() {
    if (typeof WebAssembly !== 'object') throw new SearchError('unsupported', 'no WebAssembly');
    const urls = engine === null ? pieceUrls(engineUrl) : [];
    const total = urls.length + 2;
    let loaded = 0;
    const counted = async (promise) => {
      await promise;
      loaded += 1;
      onProgress({ loaded, total });
    };
    await Promise.all([counted(fetchEntry(indexUrl)), ...urls.map((url, i) =>
      counted(fetchScript(loader, url, () => pieces.has(i + 1))))]);
    if (engine === null) engine = await assembleEngine(urls.map((_, i) => pieces.get(i + 1)));
    pieces.clear();
    openIndex();
    await counted(fetchPart(0));
  }

  function load() {
    if (loading === null) {
      loading = loadAll();
      loading.catch(() => { loading = null; });
    }
    return loading;
  }

  async function search(request, { isCurrent = () => true } = {}) {
    const text = requestText(request);
    await load();
    for (let round = 0; round < maxRounds; ++round) {
      if (!isCurrent()) return null;
      const answer = engine.ask(text);
      if (answer.startsWith('{')) {
        const results = JSON.parse(answer);
        if (results.error) throw new SearchError('damaged', results.error);
        return results;
      }
      const { id } = index;
      try {
        await Promise.all(answer.split(' ').map((number) => fetchPart(Number(number))));
      } catch (failure) {
        // Another search may have taken up the new index meanwhile.
        if (index.id === id) await renewIndex(failure);
      }
    }
    throw new SearchError('damaged', 'the index asks for parts without end');
  }

  return { load, search };
}
