import { describe, expect, it } from '@jest/globals';
import { fastify } from 'fastify';
import { policyAtEdge } from './cache-policy.ts';
import { FairUse } from './fair-use.ts';
import type { Preview } from './preview-picture.ts';
import { registerPreviews } from './previews.ts';

const page: Preview = {
  ...{ site: 'Qadam', tagline: 'Actions', title: 'Overview', sentence: 'Words.' },
  ...{ note: '', drawing: null },
};

function start({ perMinute = 0 } = {}) {
  const server = fastify({ trustProxy: true });
  const asked: string[] = [];
  const state = { release: '2026.1' };
  registerPreviews(server, {
    fonts: [],
    origin: 'https://qadam.test',
    storedPath: (url) => url.replace('&junk=1', ''),
    preview: (url) => {
      asked.push(url);
      return Promise.resolve(url.includes('nothing') ? null : page);
    },
    fairUse: new FairUse(perMinute),
    currentRelease: () => Promise.resolve(state.release),
  });
  return { server, asked, state };
}

describe('pictures for links', () => {
  it('are made once for a release, whoever asks and however the address is written', async () => {
    const { server, asked, state } = start();
    await Promise.all([
      server.inject('/previews/en/indicators/A4.2.png?c=KAZ'),
      server.inject('/previews/en/indicators/A4.2.png?c=KAZ&junk=1'),
    ]);
    const answer = await server.inject('/previews/en/indicators/A4.2.png?c=KAZ');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'public, max-age=3600',
    });
    // a cache before the site follows a withdrawal sooner than who has the picture
    expect(policyAtEdge(answer.headers['cache-control'])).toEqual({
      'cdn-cache-control': 'max-age=60, stale-while-revalidate=60',
    });
    expect(asked).toEqual(['/en/indicators/A4.2?c=KAZ']);
    state.release = '2026.2';
    await server.inject('/previews/en/indicators/A4.2.png?c=KAZ');
    expect(asked).toHaveLength(2);
  });

  it('are not sent again to who has them', async () => {
    const { server } = start();
    const { headers } = await server.inject('/previews/en.png');
    const again = await server.inject({
      url: '/previews/en.png',
      headers: { 'if-none-match': headers.etag },
    });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it.each(['/previews/en/nothing.png', '/previews/en', '/previews/../x.png', '/previews/.png'])(
    'are not there at %s, and nothing of it is kept',
    async (url) => {
      const { server, asked } = start();
      for (const answer of [await server.inject(url), await server.inject(url)])
        expect([answer.statusCode, answer.headers['cache-control'] ?? 'no-store']).toEqual([
          404,
          'no-store',
        ]);
      expect(asked.length % 2).toBe(0);
    },
  );

  it('take what a page takes of the share of a network, once', async () => {
    const { server } = start({ perMinute: 15 });
    const ask = async (url: string) =>
      (await server.inject({ url, headers: { 'x-forwarded-for': '203.0.113.7' } })).statusCode;
    expect(await ask('/previews/en.png')).toBe(200);
    expect(await ask('/previews/en.png')).toBe(200);
    expect(await ask('/previews/ru.png')).not.toBe(200);
  });
});
