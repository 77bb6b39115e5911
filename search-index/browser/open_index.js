// The index that is in use: the script that it begins with and the parts that have come of it.
import { SearchError, fetchScript } from './loader.js';
import { bytesOfText } from './text.js';

// Returns the parts, by number, of the index that begin() names last.
function createParts(loader, indexUrl) {
  let id = null;
  let engine = null;
  let arrivals = new Set();
  const fetched = new Map(); // by number: a promise that it has arrived

  const urlOf = (number) =>
    new URL(`parts/${id}/${Math.floor(number / 256)}/${number}.js`, indexUrl).href;

  return {
    // The parts go to `newEngine`, which has opened the index `newId`.
    begin(newEngine, newId) {
      id = newId;
      engine = newEngine;
      arrivals = new Set();
      fetched.clear();
    },

    fetch(number) {
      if (!fetched.has(number)) {
        const ofId = id;
        const arrived = fetchScript(loader, urlOf(number),
          () => arrivals.has(number) || id !== ofId);
        fetched.set(number, arrived);
        arrived.catch(() => { if (id === ofId) fetched.delete(number); });
      }
      return fetched.get(number);
    },

    // What the script of a part brings.
    take(ofId, number, text) {
      if (engine && ofId === id && engine.add(number, bytesOfText(text))) arrivals.add(number);
    },
  };
}

// `indexUrl` is the index's first script, `loader` what fetchScript() takes.
export function createIndex(loader, indexUrl) {
  let entry = null; // what the index's first script said last
  let index = null; // the entry in use
  let engine = null;
  const parts = createParts(loader, indexUrl);

  function fetchEntry(url = indexUrl) {
    entry = null;
    return fetchScript(loader, url, () => entry !== null);
  }

  // Opens the index whose entry came last.
  function open(startedEngine) {
    engine = startedEngine;
    if (!engine.open(entry.version, entry.plan)) {
      throw new SearchError('outdated', 'the index is of another form than the engine');
    }
    index = entry;
    parts.begin(engine, index.id);
  }

  // After a part could not be had: takes up the index that is published now, if it is another one,
  // and throws `failure` if it is not.
  async function renew(failure) {
    const { id } = index;
    await fetchEntry(`${indexUrl}?now=${Date.now()}`);
    if (entry.id === id) throw failure;
    open(engine);
  }

  async function fetchParts(numbers) {
    const { id } = index;
    try {
      await Promise.all(numbers.map(parts.fetch));
    } catch (failure) {
      // Another search may have taken up the new index meanwhile.
      if (index.id === id) await renew(failure);
    }
  }

  return {
    fetchEntry,
    fetchParts,
    open,
    fetchPart: parts.fetch,
    takeEntry: (id, version, plan) => { entry = { id, version, plan }; },
    takePart: parts.take,
  };
}
