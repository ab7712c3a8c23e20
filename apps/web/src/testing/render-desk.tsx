import { MockLink } from '@apollo/client/testing';
import { ApolloProvider } from '@apollo/client/react';
import { MantineProvider } from '@mantine/core';
import {
  createMemoryHistory,
  createRootRouteWithContext,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { Language } from '@qadam/i18n';
import type { AppContext } from '../app/context.ts';
import { addCatalog, createI18n } from '../app/i18n.ts';
import { publicReads } from '../app/public-reads.ts';
import type { Me } from '../desk/auth.ts';
import { SessionContext, type Session } from '../desk/session.ts';
import { workClient } from '../desk/work-client.ts';
import { theme } from '../theme/theme.ts';
import { publicApi } from './public-api.ts';
import { typeNames } from './type-names.ts';

export const reporter: Me = {
  id: 'reporter',
  email: 'reporter@example.org',
  name: 'Reporter',
  role: 'REPORTER',
  area: 'KGZ',
  demo: false,
};
export const officer: Me = {
  ...reporter,
  id: 'officer',
  name: 'Officer',
  role: 'OFFICER',
  area: null,
};
export const auditor: Me = { ...officer, id: 'auditor', name: 'Auditor', role: 'AUDITOR' };

/** Renders a part of a desk with its language, its router, its answers and the signed-in person. */
export async function renderDesk(
  part: ReactNode,
  options: {
    me?: Me | null;
    lang?: Language;
    answers?: readonly MockLink.MockedResponse[];
    session?: Partial<Session>;
  } = {},
): Promise<void> {
  const { me = reporter, lang = 'en', answers = [] } = options;
  const i18n = await createI18n(lang);
  await Promise.all(
    (['desk', 'problems', 'levels', 'about'] as const).map((name) => addCatalog(i18n, name)),
  );
  const link = typeNames.concat(new MockLink(answers, { showWarnings: false }));
  const client = workClient(link, () => Promise.resolve());
  const context: AppContext = {
    ask: publicReads(publicApi({})),
    i18n,
    lang,
    origin: 'http://localhost',
    demo: false,
    contact: null,
    help: true,
    nonce: undefined,
    session: true,
  };
  const session: Session = {
    me,
    failed: false,
    offline: false,
    signIn: () => Promise.reject(new Error('not part of this test')),
    signedIn: () => undefined,
    signOut: () => Promise.resolve(),
    ...options.session,
  };
  const rootRoute = createRootRouteWithContext<AppContext>()();
  const route = createRoute({
    getParentRoute: () => rootRoute,
    path: '/',
    component: () => (
      <SessionContext value={session}>
        <MantineProvider theme={theme} env="test">
          {part}
        </MantineProvider>
      </SessionContext>
    ),
  });
  const router = createRouter({
    routeTree: rootRoute.addChildren([route]),
    context,
    history: createMemoryHistory({ initialEntries: ['/'] }),
  });
  await router.load();
  render(
    <I18nextProvider i18n={i18n}>
      <ApolloProvider client={client}>
        <RouterProvider router={router} />
      </ApolloProvider>
    </I18nextProvider>,
  );
}
