import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fastifyStatic from '@fastify/static';
import { fastify, type FastifyInstance } from 'fastify';
import sharp from 'sharp';
import { languages } from '@qadam/i18n';
import { registerSiteIcons } from './site-icons.ts';

const root = path.join(import.meta.dirname, '../../../web/public');
interface Manifest {
  name: string;
  lang: string;
  start_url: string;
  display: string;
  icons: { src: string; sizes: string; type: string }[];
}

describe('the mark of the site', () => {
  let server: FastifyInstance;
  beforeAll(async () => {
    server = fastify();
    await server.register(fastifyStatic, {
      root: path.join(root, 'assets'),
      prefix: '/assets/',
      maxAge: '1y',
    });
    registerSiteIcons(server, root);
  });
  afterAll(() => server.close());

  it.each([
    ['/favicon.ico', /icon/],
    ['/apple-touch-icon.png', /^image\/png/],
  ])('is at %s for a day, as who asks without having read a page expects', async (url, type) => {
    const answer = await server.inject(url);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toMatch(type);
    expect(answer.headers['cache-control']).toBe('public, max-age=86400');
    expect(answer.rawPayload.length).toBeLessThan(6000);
  });

  it('is listed in a manifest in each language, each picture as large as it says', async () => {
    const names = new Set<string>();
    for (const lang of languages) {
      const answer = await server.inject(`/${lang}/manifest.webmanifest`);
      expect(answer.headers['content-type']).toContain('application/manifest+json');
      const manifest = answer.json<Manifest>();
      names.add(manifest.name);
      expect(manifest).toMatchObject({ start_url: `/${lang}`, display: 'browser' });
      for (const { src, sizes, type } of manifest.icons) {
        const icon = await server.inject(src);
        expect([src, icon.statusCode]).toEqual([src, 200]);
        if (type !== 'image/png') continue;
        const { width, height } = await sharp(icon.rawPayload).metadata();
        expect(`${String(width)}x${String(height)}`).toBe(sizes);
      }
    }
    expect(names.size).toBe(languages.length);
  });

  it('has no manifest in a language that is not ours', async () => {
    expect((await server.inject('/xx/manifest.webmanifest')).statusCode).not.toBe(200);
  });
});
