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
    /** What of the data the page shows, for search engines for data. */
    describes?: Described['kind'];
    /** Texts besides the public ones, preloaded with the page. */
    catalog?: readonly Namespace[];
    /** A signed-in document: filled in the browser only. */
    desk?: boolean;
    /** Made for paper: printed without header and footer; alone where the address says print. */
    paper?: boolean;
    /** A frame on another site: the page alone, without our header and footer. */
    framed?: boolean;
    /** Not stored by the server: as many addresses as there are words to ask for. */
    transient?: boolean;
  }
}

export const rootRoute = createRootRouteWithContext<AppContext>()({
  component: Document,
  notFoundComponent: NotFound,
  head: ({ match, matches }) => ({
    meta: [
      { charSet: 'utf-8' },
      { name: 'viewport', content: 'width=device-width, initial-scale=1' },
      { name: 'theme-color', content: '#0C3B5E' },
      { title: match.context.i18n.t('site.title') },
      ...previewTags(match.context.origin, matches),
    ],
    links: [
      { rel: 'icon', href: '/favicon.ico', sizes: '32x32' },
      { rel: 'icon', href: '/assets/icon.svg', type: 'image/svg+xml' },
      { rel: 'apple-touch-icon', href: '/apple-touch-icon.png' },
      { rel: 'manifest', href: `/${match.context.lang}/manifest.webmanifest` },
    ],
  }),
});

/** The API answers `/` itself by Accept-Language; this is for a client without it. */
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
