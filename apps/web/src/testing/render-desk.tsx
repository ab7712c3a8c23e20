import { ApolloLink } from '@apollo/client';
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
import { act, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { of } from 'rxjs';
import type { Language } from '@qadam/i18n';
import type { AppContext } from '../app/context.ts';
import { addCatalog } from '../app/i18n.ts';
import type { Me } from '../desk/auth.ts';
import { SessionContext, type Session } from '../desk/session.ts';
import { workClient } from '../desk/work-client.ts';
import { theme } from '../theme/theme.ts';
import { testContext } from './test-context.ts';
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

/** Answers of /work/graphql by the name of the operation. */
type Answers = Record<string, (variables: Record<string, unknown>) => object>;

function linkOf(answers: readonly MockLink.MockedResponse[] | Answers): ApolloLink {
  if (Array.isArray(answers)) return new MockLink(answers, { showWarnings: false });
  return new ApolloLink(({ operationName = '', variables }) => {
    const answer = (answers as Answers)[operationName];
    if (!answer) throw new Error(`The spec answers no ${operationName}.`);
    return of({ data: answer(variables) });
  });
}

/** Renders a part of a desk with its language, its router, its answers and the signed-in person. */
export async function renderDesk(
  part: ReactNode,
  options: {
    me?: Me | null;
    lang?: Language;
    answers?: readonly MockLink.MockedResponse[] | Answers;
    session?: Partial<Session>;
  } = {},
): Promise<void> {
  const { me = reporter, lang = 'en', answers = [] } = options;
  const context = await testContext({ lang });
  const { i18n } = context;
  await Promise.all(
    (['desk', 'problems', 'levels', 'about'] as const).map((name) => addCatalog(i18n, name)),
  );
  const client = workClient(typeNames.concat(linkOf(answers)), () => Promise.resolve());
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
  await act(async () => {
    render(
      <I18nextProvider i18n={i18n}>
        <ApolloProvider client={client}>
          <RouterProvider router={router} />
        </ApolloProvider>
      </I18nextProvider>,
    );
    // answers by name have then been shown
    await new Promise((answered) => setTimeout(answered, 0));
  });
}
