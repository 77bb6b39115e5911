// Returns a search as the engine reads it (engine.h): what is asked for, then the words.
export function requestText(request) {
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
