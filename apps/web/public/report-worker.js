// The service worker of the pages below /<language>/report, its scope; it does not act on public pages. If the network fails, it answers with
// the page that src/desk/kept-page.ts kept. Documents are always fetched from the network first, so after a deployment nobody sees an older
// version while the site answers. Assets come from the cache first, because a hash in the name changes with the content.
const find = (request) => caches.match(request, { ignoreSearch: true, ignoreVary: true });

async function document(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await find(request);
    if (kept) return kept;
    throw error;
  }
}

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('message', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate') event.respondWith(document(request));
  else if (new URL(request.url).pathname.startsWith('/assets/'))
    event.respondWith(find(request).then((kept) => kept ?? fetch(request)));
});
