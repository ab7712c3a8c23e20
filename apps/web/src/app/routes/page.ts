import type { Namespace } from '@qadam/i18n';
import type { StaticDataRouteOption } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { AppContext } from '../context.ts';
import { addCatalog } from '../i18n.ts';
import { lazyPage } from '../lazy-page.ts';
import { pageHead } from '../page-head.ts';

/** What beforeLoad and head receive. */
export interface WithContext {
  context: AppContext;
}
type Module = Record<string, () => ReactNode>;

/** Options of a route with these catalogs of texts, which are loaded before it is shown. */
export const texts = (...catalog: readonly Namespace[]) => ({
  staticData: { catalog },
  beforeLoad: async ({ context }: WithContext): Promise<void> => {
    await Promise.all(catalog.map((name) => addCatalog(context.i18n, name)));
  },
});

/**
 * For pages that `load` loads by name: gives the options of the route at a path. The page is in pages/<name>-page.tsx
 * and exported as `<Name>Page` unless `component` says otherwise.
 */
export const pageBy =
  <N extends string>(load: (name: N) => Promise<object>) =>
  <const P extends string>(
    path: P,
    name: N,
    { catalog = [], ...staticData }: StaticDataRouteOption = {},
    component = `${name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}Page`,
  ) => ({
    path,
    ...texts(...catalog),
    staticData: { module: `src/pages/${name}-page.tsx`, catalog, ...staticData },
    component: lazyPage(() => load(name) as Promise<Module>, component),
  });

/** The pages for readers; those of the desks are in app/desk-pages.ts. */
const pages = {
  about: () => import('../../pages/about-page.tsx'),
  accessibility: () => import('../../pages/accessibility-page.tsx'),
  action: () => import('../../pages/action-page.tsx'),
  api: () => import('../../pages/api-page.tsx'),
  brief: () => import('../../pages/brief-page.tsx'),
  changes: () => import('../../pages/changes-page.tsx'),
  compare: () => import('../../pages/compare-page.tsx'),
  'confirm-news': () => import('../../pages/confirm-news-page.tsx'),
  countries: () => import('../../pages/countries-page.tsx'),
  country: () => import('../../pages/country-page.tsx'),
  data: () => import('../../pages/data-page.tsx'),
  embed: () => import('../../pages/embed-page.tsx'),
  glossary: () => import('../../pages/glossary-page.tsx'),
  graphql: () => import('../../pages/graphql-page.tsx'),
  help: () => import('../../pages/help-page.tsx'),
  indicator: () => import('../../pages/indicator-page.tsx'),
  indicators: () => import('../../pages/indicators-page.tsx'),
  licences: () => import('../../pages/licences-page.tsx'),
  methods: () => import('../../pages/methods-page.tsx'),
  news: () => import('../../pages/news-page.tsx'),
  overview: () => import('../../pages/overview-page.tsx'),
  privacy: () => import('../../pages/privacy-page.tsx'),
  quality: () => import('../../pages/quality-page.tsx'),
  release: () => import('../../pages/release-page.tsx'),
  releases: () => import('../../pages/releases-page.tsx'),
  'report-error': () => import('../../pages/report-error-page.tsx'),
  search: () => import('../../pages/search-page.tsx'),
};
export const page = pageBy((name: keyof typeof pages) => pages[name]());

/** Keys under which a catalog has a title and a description. */
type Titled =
  | `about:${'privacy' | 'accessibility' | 'licences' | 'methods' | 'data' | 'api' | 'quality'}`
  | `site:${'about' | 'report' | 'news' | 'indicators' | 'glossary' | 'graphql'}`
  | 'countries'
  | 'changes'
  | 'help'
  | 'releases';

/** The head of a page that has the same title whatever it shows. */
export const titled =
  (path: string, key: Titled, feed?: string) =>
  ({ match: { context } }: { match: WithContext }) => {
    const { t } = context.i18n;
    return pageHead(context, path, t(`${key}.title`), t(`${key}.description`), feed);
  };
