// A link to a heading of a page that has been split since: its first page only lists the heading,
// and has the way to it. Without this script the visitor sees that line and follows it.

// Returns where the heading with the fragment `hash` stands now, or "".
export function placeOfHeading(document, hash) {
  let id = hash.slice(1);
  try {
    id = decodeURIComponent(id);
  } catch {
    return '';
  }
  const listed = id && document.getElementById(id);
  if (!listed || !listed.closest('.sp-parts--opening li')) return '';
  return listed.getAttribute('href') || listed.getAttribute('data-href') || '';
}

// A part's own link leads to its beginning: the heading that was asked for begins it.
export function followOldLink(document, location) {
  const place = placeOfHeading(document, location.hash);
  if (place) location.replace(place);
}
