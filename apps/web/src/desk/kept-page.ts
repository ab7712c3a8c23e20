import { useEffect } from 'react';
import { isSharedComputer } from './shared-computer.ts';

/** The beginning of the name of each of our caches; it is followed by the build whose files are in it. */
const PREFIX = 'qadam-desk ';
const WORKER = '/report-worker.js';

/** Has the browser service workers and caches? It does only over an encrypted connection, or on this machine. */
const canKeep = (): boolean => 'serviceWorker' in navigator && 'caches' in globalThis;

/** The first script of the document, which identifies the build because its name changes with every build. */
const entryScript = (): string | undefined =>
  document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src;

/**
 * Caches this document, which contains no personal data, and the files it has loaded, so that public/report-worker.js can answer a
 * reload without a connection. Only one build is kept: the one that the server sends now.
 */
async function keepPage(lang: string): Promise<void> {
  const build = entryScript();
  if (!canKeep() || build === undefined) return;
  if (isSharedComputer()) {
    await forgetKeptPages();
    return;
  }
  const page = await fetch(window.location.pathname, { credentials: 'same-origin' });
  // the server has another build by now, which is kept when a page of it is opened
  if (!page.ok || !(await page.clone().text()).includes(new URL(build).pathname)) return;
  const name = PREFIX + build;
  const cache = await caches.open(name);
  const known = new Set((await cache.keys()).map(({ url }) => url));
  const assets = `${window.location.origin}/assets/`;
  const files = [build, ...performance.getEntriesByType('resource').map((entry) => entry.name)];
  const missing = files.filter((url) => url.startsWith(assets) && !known.has(url));
  await cache.addAll([...new Set(missing)]);
  await cache.put(window.location.pathname, page);
  await forgetPages(name);
  await navigator.serviceWorker.register(WORKER, { scope: `/${lang}/report` });
  // a worker that became active while this document was being opened does not know of it yet
  const { active } = await navigator.serviceWorker.ready;
  if (navigator.serviceWorker.controller === null) active?.postMessage('claim');
}

/** Removes all caches of pages, except the one that is named. */
async function forgetPages(except?: string): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && name !== except) await caches.delete(name);
  }
}

/** Removes all caches and the service worker, so that nothing is left after signing out. */
export async function forgetKeptPages(): Promise<void> {
  if (!canKeep()) return;
  await forgetPages();
  for (const one of await navigator.serviceWorker.getRegistrations()) {
    if (one.active?.scriptURL.endsWith(WORKER)) await one.unregister();
  }
}

/** Caches the page as soon as it shows its content. */
export function useKeptPage(lang: string, shows: boolean): void {
  useEffect(() => {
    // if the browser cannot keep the page, it shows its own error page at a reload without a connection
    if (shows) keepPage(lang).catch(() => undefined);
  }, [lang, shows]);
}
