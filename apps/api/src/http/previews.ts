import type { FastifyInstance } from 'fastify';
import { COSTS, networkOf, type FairUse } from './fair-use.ts';
import { isKnown, PICTURE } from './cache-policy.ts';
import { sha256 } from './page-policy.ts';
import { PreviewPicture, type Preview } from './preview-picture.ts';
import { FairQueue } from './fair-queue.ts';
import { Memo } from './memo.ts';

/** How many pictures are kept, of about 50 kB each. */
const KEPT = 300;
const WAITING = 50;
const ADDRESS = /^\/previews(\/[a-z]{2}(?:\/[^?]*)?)\.png(\?.*)?$/;

interface Picture {
  png: Buffer;
  etag: string;
}

/** Pictures of public pages, for messengers and social networks that show one with a link. Each is made once for a release. */
export function registerPreviews(
  server: Pick<FastifyInstance, 'get'>,
  options: {
    /** Files of the typeface. */
    fonts: readonly string[];
    origin: string;
    storedPath: (url: string) => string;
    /** What the picture of a page shows; null if there is no such page. */
    preview: (url: string) => Promise<Preview | null>;
    fairUse: FairUse;
    currentRelease: () => Promise<string | null>;
  },
): void {
  const drawing = new PreviewPicture(options.fonts);
  const turns = new FairQueue(1, WAITING);
  const host = new URL(options.origin).host;
  // null is not stored, because there are endlessly many addresses without a page
  const stored = new Memo<Picture | null>(KEPT, (picture) => (picture ? 1 : Infinity));

  async function make(url: string): Promise<Picture | null> {
    const preview = await options.preview(url);
    if (preview === null) return null;
    const png = await drawing.draw(preview, host);
    return { png, etag: `"${sha256(png).slice(0, 22)}"` };
  }

  async function pictureAt(url: string, ip: string): Promise<Picture | null> {
    const key = `${(await options.currentRelease()) ?? ''} ${url}`;
    const known = stored.known(key);
    if (known) return known;
    options.fairUse.charge(ip, COSTS.page);
    return stored.get(key, () => turns.take(() => make(url), networkOf(ip)));
  }

  server.get('/previews/*', async (request, reply) => {
    const [, path, view = ''] = ADDRESS.exec(request.url) ?? [];
    const picture =
      path === undefined ? null : await pictureAt(options.storedPath(path + view), request.ip);
    if (picture === null) return reply.code(404).header('cache-control', 'no-store').send();
    void reply
      .type('image/png')
      .headers({ etag: picture.etag, 'cache-control': PICTURE })
      // other sites must be able to show it
      .header('cross-origin-resource-policy', 'cross-origin');
    if (isKnown(request.headers['if-none-match'], picture.etag)) return reply.code(304).send();
    return reply.send(picture.png);
  });
}
