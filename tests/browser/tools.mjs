// What the tests of the built site share: the tools from the lock file, the site's folder, a static
// server and Chromium.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { after, before } from 'node:test';
import { pathToFileURL } from 'node:url';
import zlib from 'node:zlib';
import { listFiles, requireFrom, root } from '../tools.mjs';

// Loads a package of package-lock.json.
export const requireTool = requireFrom(path.join(root, 'tests/browser'));

// The folder under test.
export const site = path.resolve(process.env.SIGNPOST_SITE ?? path.join(root, 'public'));

// Returns the pages of the site in `folder`; `redirects` are the small pages that old addresses leave behind.
export function listPages(folder = site) {
  const all = listFiles(folder).filter((name) => name.endsWith('.html'));
  const isRedirect = (name) =>
    /<meta[^>]+http-equiv="?refresh/i.test(fs.readFileSync(path.join(folder, name), 'utf8'));
  return { pages: all.filter((name) => !isRedirect(name)), redirects: all.filter(isRedirect) };
}

// Returns the bytes, as a host sends them that compresses with gzip, of the page `name` of the site in `folder`
// with the style sheets and scripts that it names.
export function measureFirstVisit(folder, name) {
  const size = (file) => zlib.gzipSync(fs.readFileSync(path.join(folder, file)), { level: 9 }).length;
  const html = fs.readFileSync(path.join(folder, name), 'utf8');
  const named = [...html.matchAll(/<link rel="stylesheet"[^>]* href="([^"]+)"|<script[^>]* src="([^"]+)"/g)]
    .map((hit) => path.posix.join(path.posix.dirname(name), hit[1] ?? hit[2]));
  return [name, ...new Set(named)].reduce((sum, each) => sum + size(each), 0);
}

// Returns the headers that the site's own `_headers` file gives to every path.
function siteHeaders(folder) {
  const headers = {};
  let forAll = false;
  for (const line of fs.readFileSync(path.join(folder, '_headers'), 'utf8').split('\n')) {
    if (/^\S/.test(line)) forAll = line.trim() === '/*';
    const field = /^\s+([\w-]+):\s*(.+)$/.exec(line);
    // Without TLS a browser ignores this one; upgrading requests would break the tests' server.
    if (forAll && field && field[1].toLowerCase() !== 'strict-transport-security') {
      headers[field[1]] = field[2].replace(/;?\s*upgrade-insecure-requests/, '');
    }
  }
  return headers;
}

const mediaTypes = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

// Serves the site in `folder` below a sub-path of the loopback address, with its own security
// headers. Returns the base URL and a function that ends the server.
export async function serveSite(folder = site) {
  const prefix = '/help/';
  const headers = siteHeaders(folder);
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://site.invalid');
    const file = path.join(folder, decodeURIComponent(pathname).slice(prefix.length));
    const isInside = pathname.startsWith(prefix) && file.startsWith(folder + path.sep);
    if (!isInside || !fs.existsSync(file) || fs.statSync(file).isDirectory()) {
      response.writeHead(404).end();
      return;
    }
    const type = mediaTypes[path.extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { ...headers, 'Content-Type': type });
    fs.createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { baseUrl: `http://127.0.0.1:${server.address().port}${prefix}`, close };
}

// Starts Debian's Chromium, which may look for nothing on the network by itself, with `more` arguments.
export function launchBrowser(more = []) {
  return requireTool('playwright-core').chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync', ...more],
  });
}

// Opens the browser and serves the site while a file's tests run. Returns both, and the addresses of
// the site over each protocol, which are there once the tests have begun. `begin` is called with them
// first: node:test does not wait for one hook before it runs the next.
export function useSite(begin = () => {}) {
  const used = {
    baseUrls: { http: () => used.server.baseUrl, file: () => `${pathToFileURL(site).href}/` },
  };
  before(async () => {
    used.browser = await launchBrowser();
    used.server = await serveSite();
    await begin(used);
  });
  after(async () => {
    await used.browser.close();
    used.server.close();
  });
  return used;
}

// Opens `name` and returns the page with what went wrong: console messages, errors and requests that
// failed or left the site.
export async function openPage(context, baseUrl, name, width, waitUntil = 'load') {
  const page = await context.newPage();
  const problems = [];
  page.on('console', (message) =>
    problems.push(`console: ${message.text()} (${message.location().url})`));
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => {
    // What a page had not finished loading when it was left is no failure.
    if (request.failure().errorText !== 'net::ERR_ABORTED') problems.push(`failed: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(baseUrl)) problems.push(`left the site: ${request.url()}`);
  });
  await page.setViewportSize({ width, height: 900 });
  await page.goto(new URL(name, baseUrl).href, { waitUntil });
  return { page, problems };
}

const axeSource = fs.readFileSync(requireTool.resolve('axe-core/axe.min.js'), 'utf8');
// What a page must pass: all that axe has for WCAG 2.2 A and AA, with the contrast of AAA; and of them
// those whose answer depends on colours, and on sizes.
export const allRules = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'],
  rules: { 'color-contrast': { enabled: false }, 'color-contrast-enhanced': { enabled: true } },
};
export const colourRules = {
  runOnly: { type: 'rule', values: ['color-contrast-enhanced', 'link-in-text-block'] },
};
export const sizeRules = { runOnly: { type: 'rule', values: ['link-in-text-block', 'target-size'] } };

// Returns one line for each element that breaks a rule.
export async function findViolations(page, rules = allRules) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  const results = await page.evaluate(
    // Without preloading: axe would fetch the style sheets, which file:// refuses.
    (wanted) => globalThis.axe.run({ preload: false, ...wanted, resultTypes: ['violations'] }),
    rules);
  return results.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.html}: ${node.failureSummary}`));
}

// Returns what sticks out sideways at the page's present width.
export function findOverflow(page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.body.querySelectorAll('*')].filter(
      (each) => each.getBoundingClientRect().right > clientWidth + 0.5);
    return [`${scrollWidth} px wide in ${clientWidth}`,
      ...wide.slice(0, 5).map((each) => each.outerHTML.slice(0, 120))];
  });
}

// Letters, words, lines and paragraphs as far apart as a reader may set them (WCAG 2.2, 1.4.12).
const spacing = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }'
  + 'p { margin-bottom: 2em !important; }';

// Spaces the page's text out, or as it was.
export function spaceOut(page, isWanted) {
  return page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
  }, isWanted ? spacing : '');
}

// Returns the texts of which a part is cut off or stands upon another, at the page's present size.
export function findLostText(page) {
  return page.evaluate(() => {
    // Words for screen readers are cut to nothing; what such an element holds is not seen either.
    const seen = new Map([[document.documentElement, true]]);
    const isSeen = (element) => {
      if (!seen.has(element)) {
        const { clip, clipPath } = getComputedStyle(element);
        seen.set(element, clip === 'auto' && clipPath === 'none' && !element.matches('select, svg')
          && element.checkVisibility({ visibilityProperty: true }) && isSeen(element.parentElement));
      }
      return seen.get(element);
    };
    const texts = [];
    const cut = new Set();
    const looked = new Set();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const element = node.parentElement;
      if (node.data.trim() === '' || !isSeen(element)) continue;
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        // As high as the letters are: lines may stand closer than the font's own box.
        const high = Math.min(box.height, parseFloat(getComputedStyle(element).fontSize));
        const top = box.top + (box.height - high) / 2;
        texts.push({ node, left: box.left, right: box.right, top, bottom: top + high });
      }
      for (let each = element; each !== document.body && !looked.has(each); each = each.parentElement) {
        looked.add(each);
        const { overflowX, overflowY } = getComputedStyle(each);
        const hides = (overflow) => overflow === 'hidden' || overflow === 'clip';
        if ((hides(overflowX) && each.scrollWidth > each.clientWidth + 1)
          || (hides(overflowY) && each.scrollHeight > each.clientHeight + 1)) cut.add(each);
      }
    }
    texts.sort((one, other) => one.top - other.top);
    const upon = [];
    texts.forEach((text, index) => {
      for (let next = index + 1; next < texts.length && texts[next].top < text.bottom - 2; next += 1) {
        const other = texts[next];
        const wide = Math.min(text.right, other.right) - Math.max(text.left, other.left);
        if (other.node !== text.node && wide > 2) upon.push(`"${text.node.data}" and "${other.node.data}" overlap`);
      }
    });
    return [...[...cut].map((element) => `cut off: ${element.outerHTML.slice(0, 120)}`), ...upon];
  });
}
