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

/** Options of the route at this path. Its page is in pages/<name>-page.tsx and exported as `<Name>Page` unless `component` says otherwise. */
export function page<const P extends string>(
  path: P,
  name: string,
  { catalog = [], ...staticData }: StaticDataRouteOption = {},
  component = `${name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}Page`,
) {
  const load = () => import(`../../pages/${name}-page.tsx`) as Promise<Module>;
  return {
    path,
    ...texts(...catalog),
    staticData: { module: `src/pages/${name}-page.tsx`, catalog, ...staticData },
    component: lazyPage(load, component),
  };
}

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
