// The engine comes in pieces, "…1of5.js" to "…5of5.js"; a page is told of the first.

// Returns the addresses of all pieces from that of the first.
export function pieceUrls(engineUrl) {
  const [, before, count] = /^(.*)1of(\d+)\.js$/.exec(engineUrl);
  return Array.from({ length: Number(count) }, (_, i) => `${before}${i + 1}of${count}.js`);
}
