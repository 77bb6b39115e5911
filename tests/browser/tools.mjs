// What the tests of the built site share: the tools from the lock file, the site's folder, a static
// server and Chromium.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { after, before } from 'node:test';
import { pathToFileURL } from 'node:url';
import { listFiles, requireFrom, root } from '../tools.mjs';

// Loads a package of package-lock.json.
export const requireTool = requireFrom(path.join(root, 'tests/browser'));

// The folder under test.
export const site = path.resolve(process.env.SIGNPOST_SITE ?? path.join(root, 'public'));

// Returns the pages of the site; `redirects` are the small pages that old addresses leave behind.
export function listPages() {
  const all = listFiles(site).filter((name) => name.endsWith('.html'));
  const isRedirect = (name) =>
    /<meta[^>]+http-equiv="?refresh/i.test(fs.readFileSync(path.join(site, name), 'utf8'));
  return { pages: all.filter((name) => !isRedirect(name)), redirects: all.filter(isRedirect) };
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

// Starts Debian's Chromium, which may look for nothing on the network by itself.
export function launchBrowser() {
  return requireTool('playwright-core').chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync'],
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
