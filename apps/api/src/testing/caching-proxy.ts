import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface CachingProxy {
  origin: string;
  /** How many requests were passed on. */
  passed: () => number;
  /** From now on everything stored counts as old, as if time had passed. */
  age: () => void;
  purge: () => void;
  stop: () => Promise<void>;
}

interface Stored {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  fresh: boolean;
}

/** A proxy in front of several processes, which obeys their cache headers (RFC 9213): `CDN-Cache-Control`, with stale-while-revalidate. */
export async function startCachingProxy(origins: readonly string[]): Promise<CachingProxy> {
  const stored = new Map<string, Stored>();
  let passed = 0;

  async function fetchFrom(url: string): Promise<Stored> {
    const origin = origins[passed % origins.length] ?? '';
    passed += 1;
    const answer = await fetch(`${origin}${url}`);
    const policy = answer.headers.get('cdn-cache-control') ?? '';
    const kept = {
      status: answer.status,
      headers: { 'cdn-cache-control': policy },
      body: Buffer.from(await answer.arrayBuffer()),
      fresh: true,
    };
    if (/max-age=[1-9]/.test(policy)) stored.set(url, kept);
    return kept;
  }

  async function answer(url: string): Promise<Stored> {
    const known = stored.get(url);
    if (known === undefined) return fetchFrom(url);
    const { 'cdn-cache-control': policy = '' } = known.headers;
    if (known.fresh) return known;
    if (!policy.includes('stale-while-revalidate')) return fetchFrom(url);
    void fetchFrom(url).catch(() => undefined);
    return known;
  }

  const server = createServer((request, response) => {
    answer(request.url ?? '/').then(
      ({ status, headers, body }) => response.writeHead(status, headers).end(body),
      () => response.writeHead(502).end(),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    passed: () => passed,
    age: () => {
      for (const [url, known] of stored) stored.set(url, { ...known, fresh: false });
    },
    purge: () => {
      stored.clear();
    },
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
