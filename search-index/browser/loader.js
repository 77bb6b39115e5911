// Loads the files of the search as classic scripts, again where they do not come or come damaged.

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

// Before each attempt to load a file.
export const usualPauses_ms = [0, 400, 1500];

const wait = (duration_ms) => new Promise((resolve) => { setTimeout(resolve, duration_ms); });

// Runs the script at `url`. Rejects where it cannot be had.
export function runScript(url) {
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
export async function fetchScript({ run, pauses_ms }, url, isThere) {
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
