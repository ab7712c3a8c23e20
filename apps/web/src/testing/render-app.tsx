import { createMemoryHistory } from '@tanstack/react-router';
import { act, render } from '@testing-library/react';
import { App } from '../app/app.tsx';
import { languageOf } from '../app/canonical-path.ts';
import { createAppRouter } from '../app/router.tsx';
import { publicReads } from '../app/public-reads.ts';
import { publicApi } from './public-api.ts';
import { testContext } from './test-context.ts';

/** Renders the whole document in jsdom at one address, with these answers of the public API. */
export async function renderApp(url: string, answers: object) {
  const context = await testContext({
    lang: languageOf(url),
    ask: publicReads(publicApi(answers)),
  });
  const router = createAppRouter(context, createMemoryHistory({ initialEntries: [url] }));
  await router.load();
  await act(async () => {
    render(<App router={router} context={context} />, { container: document });
    await Promise.resolve();
  });
  return router;
}
