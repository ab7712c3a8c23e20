import {
  createRootRouteWithContext,
  createRoute,
  notFound,
  redirect,
} from '@tanstack/react-router';
import { isLanguage, type Language, type Namespace } from '@qadam/i18n';
import type { AppContext } from '../context.ts';
import type { Described } from '../described.ts';
import { Document } from '../document.tsx';
import { NotFound } from '../not-found.tsx';
import { previewTags } from '../preview-tags.ts';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Source file of a lazily loaded page, so that the server can preload its chunk. */
    module?: string;
    /** What the page is about, for search engines for data. */
    describes?: Described['kind'];
    /** Catalogs of texts besides the public one, preloaded with the page. */
    catalog?: readonly Namespace[];
    /** A signed-in document: filled in the browser only. */
    desk?: boolean;
    /** Made for paper: printed without header and footer, and shown without them if the address says `print`. */
    paper?: boolean;
    /** A frame on another site: shown without our header and footer. */
    framed?: boolean;
    /** Not stored by the server: there are as many addresses as words that can be searched for. */
    transient?: boolean;
  }
}

/** The title of a page that has none of its own. The router marks the root match if the address leads to no page. */
const titleOf = ({ i18n: { t } }: AppContext, root: { _notFound?: boolean | undefined }): string =>
  root._notFound ? `${t('state.notFound')} · ${t('site.name')}` : t('site.title');

/** The codes of objects are in capitals (`KGZ`, `A4.2`), whatever a reader types, and `region`, for all countries, is not. */
const asWritten = (path: string): string =>
  path.replace(
    /^(\/\w+\/(?:actions|brief|countries|indicators)\/)([\w.]+)$/,
    (_, place: string, code: string) =>
      place + (/^region$/i.test(code) ? 'region' : code.toUpperCase()),
  );

export const rootRoute = createRootRouteWithContext<AppContext>()({
  beforeLoad: ({ location: { pathname, searchStr } }) => {
    const path = asWritten(pathname);
    if (path !== pathname) throw redirect({ href: path + searchStr });
  },
  component: Document,
  notFoundComponent: NotFound,
  head: ({ match, matches }) => ({
    meta: [
      { charSet: 'utf-8' },
      { name: 'viewport', content: 'width=device-width, initial-scale=1' },
      { name: 'theme-color', content: '#0C3B5E' },
      { title: titleOf(match.context, match) },
      ...(match._notFound ? [] : previewTags(match.context.origin, matches)),
    ],
    links: [
      { rel: 'icon', href: '/favicon.ico', sizes: '32x32' },
      { rel: 'icon', href: '/assets/icon.svg', type: 'image/svg+xml' },
      { rel: 'apple-touch-icon', href: '/apple-touch-icon.png' },
      { rel: 'manifest', href: `/${match.context.lang}/manifest.webmanifest` },
    ],
  }),
});

/** The API redirects `/` itself by Accept-Language; this is for a navigation that does not reach the API. */
export const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: ({ context }) => {
    throw redirect({ to: '/$lang', params: { lang: context.lang } });
  },
});

export const languageRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/$lang',
  params: {
    parse: ({ lang }) => ({ lang: lang as Language }),
    stringify: ({ lang }) => ({ lang }),
  },
  beforeLoad: ({ params }) => {
    if (!isLanguage(params.lang)) throw notFound();
  },
});
