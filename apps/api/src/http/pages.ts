import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { negotiateLanguage, type Language } from '@qadam/i18n';
import type { Described } from '../features/exchange/catalogue/description.service.ts';
import { unlessAway } from '../database/error-code.ts';
import { readCookie } from '../features/users/cookies.ts';
import { brotli, takesBrotli, unbrotli } from './brotli.ts';
import { isKnown, NEWEST } from './cache-policy.ts';
import { log } from './log.ts';
import { readPageAssets } from './page-assets.ts';
import { COSTS, networkOf, type FairUse } from './fair-use.ts';
import type { Execute } from '../graphql/execute-public.ts';
import type { Preview } from './preview-picture.ts';
import { registerPreviews } from './previews.ts';
import { registerReportWorker } from './report-worker.ts';
import { registerSiteIcons } from './site-icons.ts';
import { registerSitemap } from './sitemap.ts';
import { FairQueue } from './fair-queue.ts';
import { Memo } from './memo.ts';
import { contentPolicy, noteStyles, sha256 } from './page-policy.ts';

interface Asked {
  url: string;
  origin: string;
  demo: boolean;
  contact: string | null;
  /** Does the page on help list anything? */
  help: boolean;
  nonce?: string;
  execute: Execute;
}

/** What the web's server build gives (apps/web/src/entry-server.tsx); loaded at run time, so that api does not depend on web. */
interface WebBuild {
  storedPath(url: string): string;
  publicPaths(): string[];
  preview(asked: Asked): Promise<Preview | null>;
  render(asked: Asked): Promise<{
    status: number;
    redirect?: string;
    desk: boolean;
    transient: boolean;
    lang: Language;
    html: string;
    answers: object;
    modules: string[];
    /** What the page shows, if that can be downloaded as data. */
    describes: Described | null;
    error: unknown;
  }>;
}

interface Made {
  /** False if the page must not be stored: it may exist later, was made while the release changed, or is one of endlessly many addresses. */
  lasting: boolean;
  status: number;
  attributes: string;
}
type Page =
  | { kind: 'redirect'; to: string; lasting: false }
  /** Kept in compressed form only: 10 kB a page instead of 120 kB. */
  | (Made & { kind: 'public'; etag: string; br: Buffer })
  | (Made & { kind: 'desk'; html: string });

const UNAVAILABLE = 503;
const RETRY_AFTER_S = '5';
/** The limit for stored pages; one takes 10 kB. */
const STORED_BYTES = 32 * 1024 * 1024;
/** What a stored page takes besides its text: its address, and overhead. */
const STORED_BESIDES = 1000;
/** A page takes up to four connections of ten; one that waits behind a hundred others would come too late. */
const PAGES_AT_ONCE = 2;
const PAGES_WAITING = 100;
/** The mark in a stored desk document; only each answer knows whether the browser has a session. */
const noSession = '"session":false';
/** JSON for a script element: no text in it may close the element. */
const embeddable = (data: object): string => JSON.stringify(data).replaceAll('<', '\\u003c');

/** Serves the web: scripts and styles for ever, public pages as HTML stored per release, signed-in pages as empty documents. */
export async function registerPages(
  app: NestFastifyApplication,
  options: {
    webRoot: string;
    origin: string;
    demo: boolean;
    contact: string | null;
    executePublic: Execute;
    /** Describes what a page shows, for search engines for data. */
    describe: (of: Described, lang: Language) => Promise<object | null>;
    fairUse: FairUse;
    currentRelease: () => Promise<string | null>;
  },
): Promise<void> {
  const bundle = pathToFileURL(path.join(options.webRoot, 'server/entry-server.js')).href;
  const web = (await import(bundle)) as WebBuild;
  const assets = await readPageAssets(path.join(options.webRoot, 'client'));
  const server = app.getHttpAdapter().getInstance();
  const { origin, demo, contact, executePublic: execute, currentRelease, fairUse } = options;
  const site = { origin, demo, contact, execute };
  /** A mark in stored desk documents, which each answer replaces by a nonce of its own. */
  const nonceMark = randomBytes(16).toString('hex');

  await server.register(fastifyStatic, {
    root: path.join(options.webRoot, 'client/assets'),
    prefix: '/assets/',
    index: false,
    preCompressed: true,
    immutable: true,
    maxAge: '1y',
  });

  async function produce(url: string): Promise<Page> {
    const help = await helpListed();
    const page = await web.render({ ...site, url, help, nonce: nonceMark });
    if (page.redirect !== undefined) return { kind: 'redirect', to: page.redirect, lasting: false };
    if (page.status >= 500 && page.status !== UNAVAILABLE) {
      const [path] = url.split('?'); // without the query, which must not be logged
      log.error({ err: page.error, path }, 'a page failed');
    }
    const boot = {
      ...{ lang: page.lang, origin, demo, contact, help, answers: page.answers },
      ...(page.desk ? { nonce: nonceMark, session: false } : {}),
    };
    const head = assets.head(page.modules, page.lang);
    const described = page.describes && (await describe(page.describes, page.lang));
    const data = [
      // data that is never run, so the policy needs no hash for it
      described && `<script type="application/ld+json">${embeddable(described)}</script>`,
      `<script type="application/json" id="boot">${embeddable(boot)}</script>`,
    ].join('');
    const html = page.html
      .replace('</head>', () => `${head}</head>`) // functions, so that "$&" in the data is not replaced
      .replace('</body>', () => `${data}</body>`);
    const attributes = noteStyles(html);
    const { status } = page;
    if (page.desk) return { kind: 'desk', lasting: status === 200, status, attributes, html };
    const lasting = status < 500 && !page.transient;
    const etag = `"${sha256(html).slice(0, 22)}"`;
    return { kind: 'public', lasting, status, attributes, etag, br: await brotli(html) };
  }

  /** If this fails, the page is still complete for its readers. */
  async function describe(of: Described, lang: Language): Promise<object | null> {
    try {
      return await options.describe(of, lang);
    } catch (error) {
      log.error({ err: error }, 'a page could not be described');
      return null;
    }
  }

  const stored = new Memo<Page>(STORED_BYTES, weightOf);
  const helpListed = helpReader(execute, currentRelease);
  const turns = new FairQueue(PAGES_AT_ONCE, PAGES_WAITING);
  /** The page is stored as a promise: a hundred visitors of a new page cause one rendering, charged to the first of them. */
  async function pageAt(url: string, ip: string): Promise<Page> {
    const release = await currentRelease().catch(unlessAway);
    const key = `${release ?? ''} ${url}`;
    const known = stored.known(key);
    if (known) return known;
    fairUse.charge(ip, COSTS.page);
    const make = () => turns.take(() => produce(url), networkOf(ip));
    if (release === undefined) return make(); // without a database: the page handles that itself, or needs no figures
    return stored.get(key, async () => {
      const page = await make();
      return release === (await currentRelease()) ? page : { ...page, lasting: false };
    });
  }

  server.get('/', async (request, reply) => {
    const lang = negotiateLanguage(request.headers['accept-language']);
    return reply.header('vary', 'accept-language').redirect(`/${lang}`, 302);
  });

  registerSitemap(server, { origin, paths: web.publicPaths(), execute, currentRelease });
  registerSiteIcons(server, path.join(options.webRoot, 'client'));
  registerReportWorker(server, path.join(options.webRoot, 'client'));
  registerPreviews(server, {
    fonts: assets.fonts,
    origin,
    storedPath: (url) => web.storedPath(url),
    preview: (url) => web.preview({ ...site, url, help: false }),
    fairUse,
    currentRelease,
  });

  server.get('/*', async (request, reply) => {
    const url = web.storedPath(request.url);
    const page = await pageAt(url, request.ip);
    if (page.kind === 'redirect') return reply.redirect(page.to, 302);
    if (page.status === UNAVAILABLE) void reply.header('retry-after', RETRY_AFTER_S);
    void reply.code(page.status).type('text/html; charset=utf-8');
    if (page.kind === 'desk') {
      const nonce = randomBytes(16).toString('base64');
      return reply
        .header('content-security-policy', contentPolicy(page.attributes, { nonce }))
        .header('cache-control', 'no-store')
        .header('x-robots-tag', 'noindex')
        .send(
          page.html
            .replaceAll(nonceMark, nonce)
            .replace(noSession, `"session":${readCookie(request, origin, 'session') !== null}`),
        );
    }
    // decided by the requested address: all pages that do not exist share one stored page, embeds too
    const framed = request.url.startsWith('/embed/');
    if (framed) void reply.removeHeader('x-frame-options');
    void reply
      .header('content-security-policy', contentPolicy(page.attributes, { framed }))
      .header('vary', 'accept-encoding')
      .header('cache-control', page.status === 200 ? NEWEST : 'no-store');
    if (page.status === 200) void reply.header('etag', page.etag);
    if (page.status === 200 && isKnown(request.headers['if-none-match'], page.etag)) {
      return reply.code(304).send();
    }
    if (takesBrotli(request.headers['accept-encoding'])) {
      return reply.header('content-encoding', 'br').send(page.br);
    }
    return reply.send(await unbrotli(page.br)); // rarely needed: curl, some crawlers
  });
}

/** The weight of a stored page, in bytes. */
function weightOf(page: Page): number {
  if (!page.lasting) return Infinity;
  return (
    STORED_BESIDES + page.attributes.length + (page.kind === 'desk' ? page.html : page.br).length
  );
}

/** Finds out, once for each release, whether the page on help lists anything: an empty page is not linked. */
function helpReader(
  execute: Execute,
  currentRelease: () => Promise<string | null>,
): () => Promise<boolean> {
  let known: { release: string | null; listed: boolean } | undefined;
  return async () => {
    const release = await currentRelease().catch(unlessAway);
    if (release === undefined) return known?.listed ?? false;
    if (known?.release === release) return known.listed;
    const { data } = (await execute({
      query: '{ helpLines(lang: en) { area { code } } }',
      variables: {},
    })) as { data?: { helpLines: object[] | null } | null };
    const listed = (data?.helpLines ?? []).length > 0;
    if (data) known = { release, listed };
    return listed;
  };
}
