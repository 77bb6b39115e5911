// Searches in the page: loads the engine and the parts of the index that a query needs, as classic
// scripts, so that it works the same over https:// and from a folder (file://). Nothing is loaded
// before load() or search(), and nothing that is asked leaves the page.
import { assembleEngine } from './engine.js';
import { createIndex } from './open_index.js';
import { SearchError, fetchScript, runScript, usualPauses_ms } from './loader.js';
import { pieceUrls } from './pieces.js';
import { requestText } from './request.js';
import { bytesOfText } from './text.js';

export { SearchError };

// A query needs a handful of rounds; many more mean that something is wrong.
const maxRounds = 200;

// Returns a client; nothing is loaded yet. `engineUrl` is the engine's first piece, `indexUrl` the
// script that an index begins with; both absolute. `onProgress({ loaded, total })` is told of the
// files that are needed before the first answer. `run` and `pauses_ms` are for tests: what runs the
// script at a URL, and how long it waits before each attempt.
export function createSearchClient({
  engineUrl, indexUrl, onProgress = () => {}, run = runScript, pauses_ms = usualPauses_ms,
}) {
  const loader = { run, pauses_ms };
  const index = createIndex(loader, indexUrl);
  const pieces = new Map();
  let engine = null;
  let loading = null;

  globalThis.signpostSearch = {
    engine: (piece, text) => pieces.set(piece, bytesOfText(text)),
    index: index.takeEntry,
    part: index.takePart,
  };

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
    await Promise.all([counted(index.fetchEntry()), ...urls.map((url, i) =>
      counted(fetchScript(loader, url, () => pieces.has(i + 1))))]);
    const received = urls.map((_, i) => pieces.get(i + 1));
    pieces.clear();
    if (engine === null) engine = await assembleEngine(received);
    index.open(engine);
    await counted(index.fetchPart(0));
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
      await index.fetchParts(answer.split(' ').map(Number));
    }
    throw new SearchError('damaged', 'the index asks for parts without end');
  }

  return { load, search };
}
