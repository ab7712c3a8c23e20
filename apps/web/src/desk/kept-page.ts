import { useEffect } from 'react';
import { isSharedComputer } from './shared-computer.ts';

/** Begins the name of each cache of ours; what follows is the build whose files are in it. */
const PREFIX = 'qadam-desk ';
const WORKER = '/report-worker.js';

/** Only over an encrypted connection (or on this machine) has a browser these. */
const canKeep = (): boolean => 'serviceWorker' in navigator && 'caches' in globalThis;

/** The first script of the document: its name changes with every build. */
const entryScript = (): string | undefined =>
  document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src;

/**
 * Keeps this document, which holds nobody's data, and the files it has loaded, so that public/report-worker.js can answer a reload
 * without a connection with them. One build at a time: the one that the server sends now.
 */
async function keepPage(lang: string): Promise<void> {
  const build = entryScript();
  if (!canKeep() || build === undefined) return;
  if (isSharedComputer()) {
    await forgetKeptPages();
    return;
  }
  const page = await fetch(window.location.pathname, { credentials: 'same-origin' });
  // sent by another build since: it is kept when it is opened
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
}

/** Removes what is kept of pages; of one build nothing, if it is named. */
async function forgetPages(except?: string): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && name !== except) await caches.delete(name);
  }
}

/** After signing out the browser is as it was before. */
export async function forgetKeptPages(): Promise<void> {
  if (!canKeep()) return;
  await forgetPages();
  for (const one of await navigator.serviceWorker.getRegistrations()) {
    if (one.active?.scriptURL.endsWith(WORKER)) await one.unregister();
  }
}

/** Keeps the page once it shows something. */
export function useKeptPage(lang: string, shows: boolean): void {
  useEffect(() => {
    // a browser that keeps nothing, or has no room: a reload without a connection then shows its own page
    if (shows) keepPage(lang).catch(() => undefined);
  }, [lang, shows]);
}
