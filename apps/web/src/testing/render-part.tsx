import {
  createMemoryHistory,
  createRootRouteWithContext,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { act, render } from '@testing-library/react';
import type { Language } from '@qadam/i18n';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { AppContext } from '../app/context.ts';
import { addCatalog } from '../app/i18n.ts';
import { testContext } from './test-context.ts';

/** Renders a part of a public page in jsdom; it cannot ask the API for anything. */
export async function renderPart(part: ReactNode, lang: Language = 'en'): Promise<void> {
  const context = await testContext({ lang, help: false, session: false });
  await addCatalog(context.i18n, 'levels');
  const rootRoute = createRootRouteWithContext<AppContext>()({
    component: () => <I18nextProvider i18n={context.i18n}>{part}</I18nextProvider>,
  });
  const history = createMemoryHistory({ initialEntries: ['/'] });
  const router = createRouter({ routeTree: rootRoute, context, history });
  await router.load();
  await act(async () => {
    // the registered router has the type of the whole route tree
    render(<RouterProvider router={router as never} />);
    await Promise.resolve();
  });
}
