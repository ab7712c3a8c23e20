import { createRoute } from '@tanstack/react-router';
import { CompareDocument } from '../../features/compare/compare.generated.ts';
import { pageHead } from '../page-head.ts';
import { query, found } from '../query.ts';
import { keep } from '../search.ts';
import { page, texts } from './page.ts';
import { languageRoute } from './root-route.tsx';

/** The texts of the comparison are a catalog of their own: no other page loads them. */
const besideRoute = createRoute({
  getParentRoute: () => languageRoute,
  id: 'beside',
  ...texts('charts', 'compare'),
});

const compareRoute = createRoute({
  getParentRoute: () => besideRoute,
  ...page('/compare', 'compare'),
  validateSearch: (search: Record<string, unknown>) => keep('compare', search),
  // countries, years and scales are chosen from data that is there already
  loaderDeps: ({ search }) => ({ i: search.i ?? '', release: search.release }),
  loader: async ({ context, params, deps }) => {
    const { compare } = await query(context, CompareDocument, {
      lang: params.lang,
      indicators: deps.i.split('~').filter((code) => code !== ''),
      release: deps.release ?? null,
    });
    // before any release the page says so; a release that was never published does not exist
    return deps.release === undefined ? compare : found(compare);
  },
  head: ({ match: { context } }) =>
    pageHead(
      context,
      '/compare',
      context.i18n.t('compare:title'),
      context.i18n.t('compare:description'),
    ),
});

export const compareRoutes = besideRoute.addChildren([compareRoute]);
