import { createRoute } from '@tanstack/react-router';
import { loadedBy, readIndicator } from '../../features/indicators/indicator-loader.ts';
import { keep } from '../search.ts';
import { page } from './page.ts';
import { rootRoute } from './root-route.tsx';

/** The chart of an indicator as a frame for other sites: the same released data, no cookie, nothing from third parties. */
export const embedRoute = createRoute({
  getParentRoute: () => rootRoute,
  ...page('/embed/indicators/$code', 'embed', { catalog: ['levels', 'charts'], framed: true }),
  validateSearch: (search: Record<string, unknown>) => keep('embed', search),
  loaderDeps: ({ search }) => loadedBy(search),
  loader: ({ context, params, deps }) =>
    readIndicator(context, { ...params, lang: context.lang, search: deps }),
  head: ({ match: { context }, params, loaderData }) => ({
    meta: [
      {
        title: `${loaderData?.indicator.name.text ?? params.code} · ${context.i18n.t('site.name')}`,
      },
      { name: 'robots', content: 'noindex' },
    ],
    links: [
      {
        rel: 'canonical',
        href: `${context.origin}/${context.lang}/indicators/${params.code}`,
      },
    ],
  }),
});
