// One result as an item of the list. Texts from the index are only ever set as text.
import { copyTemplate } from './texts.mjs';

// `parts` are in turn plain, marked, plain …
function appendMarked(element, parts) {
  parts.forEach((part, i) => {
    if (i % 2 === 0) {
      element.append(part);
    } else {
      const mark = document.createElement('mark');
      mark.textContent = part;
      element.append(mark);
    }
  });
}

// Returns the title of the nearest folder above `url` that has one, or "".
function folderTitle(url, names) {
  for (let end = url.lastIndexOf('/'); end > 0; end = url.lastIndexOf('/', end - 1)) {
    const folder = names.folders[url.slice(0, end)];
    if (folder) return folder;
  }
  return '';
}

// `names` holds what folders and kinds are called, by their ids.
export function buildHit(hit, names) {
  const item = copyTemplate('sp-search-hit');
  const link = item.querySelector('a');
  link.setAttribute('href', hit.anchor ? `${hit.url}#${hit.anchor}` : hit.url);
  link.textContent = '';
  appendMarked(link, hit.title);
  const place = item.querySelector('.sp-hit__place');
  for (const step of [folderTitle(hit.url, names) || names.kinds[hit.kind], hit.heading]) {
    if (!step) continue;
    const part = document.createElement('span');
    part.textContent = step;
    place.append(part, ' ');
  }
  if (!place.firstChild) place.remove();
  appendMarked(item.querySelector('.sp-hit__text'), hit.snippet);
  return item;
}
