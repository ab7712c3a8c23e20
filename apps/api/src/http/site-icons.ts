import type { FastifyInstance } from 'fastify';
import { isLanguage, languageTag, translator } from '@qadam/i18n';
import { ApiError } from '../graphql/api-error.ts';

/** Files that browsers, phones and crawlers request by exactly these names. */
const ICONS = [
  'favicon.ico',
  'apple-touch-icon.png',
  'icon-192.png',
  'icon-512.png',
  'icon-maskable-512.png',
] as const;
const [THEME, PAPER] = ['#0C3B5E', '#FFFFFF'];
const A_DAY = 'public, max-age=86400';

/** Serves the site's icons and its manifest, named in the reader's language. `root`: the folder of web's files; /assets is served already. */
export function registerSiteIcons(server: FastifyInstance, root: string): void {
  for (const name of ICONS)
    server.get(`/${name}`, (_request, reply) =>
      reply.header('cache-control', A_DAY).sendFile(name, root, { cacheControl: false }),
    );

  server.get<{ Params: { lang: string } }>(
    '/:lang/manifest.webmanifest',
    async (request, reply) => {
      const { lang } = request.params;
      if (!isLanguage(lang)) throw new ApiError('NOT_FOUND');
      const t = await translator(lang, 'public');
      return reply
        .type('application/manifest+json; charset=utf-8')
        .header('cache-control', A_DAY)
        .send(
          JSON.stringify({
            name: t('site.title'),
            short_name: t('site.name'),
            description: t('overview.description'),
            lang: languageTag(lang),
            start_url: `/${lang}`,
            scope: '/',
            // no window of its own and no offer to install: an icon on the home screen could endanger a reader
            display: 'browser',
            theme_color: THEME,
            background_color: PAPER,
            icons: [
              { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
              { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
              {
                ...{ src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png' },
                purpose: 'maskable',
              },
              { src: '/assets/icon.svg', sizes: 'any', type: 'image/svg+xml' },
            ],
          }),
        );
    },
  );
}
