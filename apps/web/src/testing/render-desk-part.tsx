import { ApolloLink, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { MantineProvider } from '@mantine/core';
import {
  createMemoryHistory,
  createRootRouteWithContext,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { act, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { AppContext } from '../app/context.ts';
import { addCatalog, createI18n } from '../app/i18n.ts';
import { publicReads } from '../app/public-reads.ts';
import type { Me } from '../desk/auth.ts';
import { SessionContext } from '../desk/session.ts';
import { workClient } from '../desk/work-client.ts';
import { theme } from '../theme/theme.ts';
import { publicApi } from './public-api.ts';
import { typeNames } from './type-names.ts';

export type Answers = Record<string, (variables: Record<string, unknown>) => object>;

/** Renders a part of a desk in jsdom for one person, with answers of /work/graphql by the name of the operation. */
export async function renderDeskPart(part: ReactNode, me: Me, answers: Answers): Promise<void> {
  const i18n = await createI18n('en');
  await addCatalog(i18n, 'desk');
  await addCatalog(i18n, 'problems');
  await addCatalog(i18n, 'levels');
  const link = new ApolloLink(({ operationName = '', variables }) => {
    const answer = answers[operationName];
    if (!answer) throw new Error(`The spec answers no ${operationName}.`);
    return new Observable((observer) => {
      observer.next({ data: answer(variables) });
      observer.complete();
    });
  });
  const client = workClient(typeNames.concat(link), () => Promise.resolve());
  const refuse = () => Promise.reject(new Error('Nobody signs in here.'));
  const session = {
    ...{ me, failed: false, offline: false },
    ...{ signIn: refuse, signedIn: () => undefined, signOut: refuse },
  };
  const rootRoute = createRootRouteWithContext<AppContext>()({
    component: () => (
      <I18nextProvider i18n={i18n}>
        <SessionContext value={session}>
          <ApolloProvider client={client}>
            <MantineProvider theme={theme} env="test">
              {part}
            </MantineProvider>
          </ApolloProvider>
        </SessionContext>
      </I18nextProvider>
    ),
  });
  const context = {
    ask: publicReads(publicApi({})),
    i18n,
    lang: 'en',
    origin: '',
    demo: false,
    contact: null,
    help: true,
    nonce: undefined,
    session: true,
  } as const;
  const history = createMemoryHistory({ initialEntries: ['/'] });
  const router = createRouter({ routeTree: rootRoute, context, history });
  await router.load();
  await act(async () => {
    // the registered router has the type of the whole route tree
    render(<RouterProvider router={router as never} />);
    await new Promise((answered) => setTimeout(answered, 0));
  });
}
