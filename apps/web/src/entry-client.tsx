import './theme/theme.css';
import { startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import type { AppContext } from './app/context.ts';
import { createI18n } from './app/i18n.ts';
import { overNetwork, publicReads, type Answers } from './app/public-reads.ts';
import { createAppRouter } from './app/router.tsx';

/** What the server tells the browser about this document. */
type Boot = Pick<AppContext, 'lang' | 'origin' | 'demo' | 'contact' | 'help'> &
  Partial<Pick<AppContext, 'nonce' | 'session'>> & { answers: Answers };

/** Lets the browser respond to the reader between two steps: one long task would delay a tap on a slow phone. */
const pause = () => new Promise((resolve) => setTimeout(resolve));

const { answers, ...boot } = JSON.parse(document.getElementById('boot')?.textContent ?? '') as Boot;
const context: AppContext = {
  nonce: undefined,
  session: false,
  ...boot,
  ask: publicReads(overNetwork, answers),
  pause,
  i18n: await createI18n(boot.lang),
};
await pause();
const router = createAppRouter(context);
// The router begins each page at its top, but the reader may have scrolled this one before the scripts came.
router._scroll.n = false;
// Answers the loaders from what came with the page, and waits for the lazy chunk of this page. Without this the page
// would be doubled.
await router.load();
// Tells RouterProvider that it hydrates: otherwise the browser adds a Suspense boundary that the server did not send.
router.ssr = { manifest: undefined };
await pause();
startTransition(() => {
  hydrateRoot(document, <App router={router} context={context} />);
});
