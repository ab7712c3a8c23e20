import type { FastifyInstance, FastifyReply } from 'fastify';
import { languages, languageTag } from '@qadam/i18n';
import { ApiError } from '../graphql/api-error.ts';
import type { Execute } from '../graphql/execute-public.ts';

interface Codes {
  errors?: readonly object[];
  data?: {
    scorecard: {
      areas: { code: string; kind: string }[];
      rows: { action: { code: string } }[];
    } | null;
    indicators: { indicators: { code: string }[] } | null;
    releases: { number: string }[];
    helpLines: object[] | null;
  };
}

const QUERY = `{
  scorecard(lang: en) { areas { code kind } rows { action { code } } }
  indicators(lang: en) { indicators { code } }
  releases(lang: en) { number }
  helpLines(lang: en) { area { code } }
}`;

/** A sitemap of all public pages in six languages, each with links to the others; it includes only what a release holds. */
export function registerSitemap(
  server: Pick<FastifyInstance, 'get'>,
  options: {
    origin: string;
    /** Addresses after the language; `$code`, `$iso3` and `$number` are replaced by each object of that kind. */
    paths: readonly string[];
    execute: Execute;
    currentRelease: () => Promise<string | null>;
  },
): void {
  const { origin, paths, execute } = options;
  let stored: { release: string | null; xml: string } | undefined;

  async function sitemap(): Promise<string> {
    const release = await options.currentRelease();
    if (stored?.release === release) return stored.xml;
    const { data, errors = [] } = (await execute({ query: QUERY, variables: {} })) as Codes;
    // otherwise the sitemap would lack their pages until the next release
    if (errors.length > 0) throw new ApiError('UNAVAILABLE');
    const countries = (data?.scorecard?.areas ?? [])
      .filter(({ kind }) => kind === 'COUNTRY')
      .map(({ code }) => code);
    const codes: Record<string, string[]> = {
      '/actions/$code': (data?.scorecard?.rows ?? []).map(({ action }) => action.code),
      '/indicators/$code': (data?.indicators?.indicators ?? []).map(({ code }) => code),
      '/countries/$iso3': countries,
      '/brief/$area': [...countries, 'region'],
      '/releases/$number': (data?.releases ?? []).map(({ number }) => number),
    };
    // an empty page is not listed
    const unlinked = data?.helpLines?.length ? undefined : '/help';
    const shown = paths.filter((path) => path !== unlinked);
    const pages = shown.flatMap((path) =>
      path.includes('$')
        ? (codes[path] ?? []).map((code) => path.replace(/\$\w+/, () => code))
        : [path],
    );
    stored = { release, xml: document(origin, pages) };
    return stored.xml;
  }

  const answer = (reply: FastifyReply, type: string, text: string) =>
    reply.type(`${type}; charset=utf-8`).header('cache-control', 'public, max-age=3600').send(text);
  server.get('/sitemap.xml', async (_request, reply) =>
    answer(reply, 'application/xml', await sitemap()),
  );
  const robots = `User-agent: *\nAllow: /\nDisallow: /work/\nSitemap: ${origin}/sitemap.xml\n`;
  server.get('/robots.txt', async (_request, reply) => answer(reply, 'text/plain', robots));
}

function document(origin: string, pages: readonly string[]): string {
  const urls = pages.flatMap((page) => {
    const links = languages
      .map(
        (lang) =>
          `<xhtml:link rel="alternate" hreflang="${languageTag(lang)}" href="${origin}/${lang}${page}"/>`,
      )
      .join('');
    return languages.map((lang) => `<url><loc>${origin}/${lang}${page}</loc>${links}</url>`);
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('\n')}
</urlset>
`;
}
