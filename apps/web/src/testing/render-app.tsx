import { createMemoryHistory } from '@tanstack/react-router';
import { act, render } from '@testing-library/react';
import { App } from '../app/app.tsx';
import { languageOf } from '../app/canonical-path.ts';
import { createI18n } from '../app/i18n.ts';
import { createAppRouter } from '../app/router.tsx';
import { publicReads } from '../app/public-reads.ts';
import { publicApi } from './public-api.ts';

/** Renders the whole document in jsdom at one address, with these answers of the public API. */
export async function renderApp(url: string, answers: object) {
  const lang = languageOf(url);
  const context = {
    ask: publicReads(publicApi(answers)),
    i18n: await createI18n(lang),
    lang,
    origin: 'https://qadam.test',
    demo: false,
    contact: null,
    help: true,
    nonce: undefined,
    session: true,
  };
  const router = createAppRouter(context, createMemoryHistory({ initialEntries: [url] }));
  await router.load();
  await act(async () => {
    render(<App router={router} context={context} />, { container: document });
    await Promise.resolve();
  });
  return router;
}
