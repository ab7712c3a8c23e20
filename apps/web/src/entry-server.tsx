import { createMemoryHistory } from '@tanstack/react-router';
import { getSsrStatus } from '@tanstack/react-router/ssr/server';
import { renderToString } from 'react-dom/server';
import type { Language } from '@qadam/i18n';
import { App } from './app/app.tsx';
import type { AppContext } from './app/context.ts';
import { createI18n } from './app/i18n.ts';
import { publicReads, type Answers, type Execute } from './app/public-reads.ts';
import { createAppRouter } from './app/router.tsx';
import { languageOf } from './app/canonical-path.ts';
import { describedBy, type Described } from './app/described.ts';
import { isUnknownPath } from './app/stored-path.ts';
import { errorCode } from './desk/refusal.ts';
import { previewOf, type Preview } from './previews/preview.tsx';

export { publicPaths, storedPath } from './app/stored-path.ts';

export type { Execute, Preview };

export interface Page {
  status: number;
  redirect?: string;
  /** A signed-in document: rendered without data, filled in the browser. */
  desk: boolean;
  /** Not stored, as there are endlessly many such addresses. */
  transient: boolean;
  lang: Language;
  html: string;
  answers: Answers;
  /** Source files whose chunks this page needs (keys of Vite's manifest). */
  modules: string[];
  /** What the page is about, if its data can be downloaded. */
  describes: Described | null;
  error: unknown;
}

interface Asked extends Pick<AppContext, 'origin' | 'demo' | 'contact' | 'help'> {
  url: string;
  nonce?: string;
  execute: Execute;
}

/** Loads a page with its data: loaders ask, their answers are kept, lazy pages are imported. */
async function load({ url, execute, ...site }: Asked) {
  const lang = languageOf(url);
  const answers: Answers = {};
  const context: AppContext = {
    nonce: undefined,
    ...site,
    ask: publicReads(execute, answers),
    i18n: await createI18n(lang),
    lang,
    session: false,
  };
  const router = createAppRouter(context, createMemoryHistory({ initialEntries: [url] }));
  await router.load();
  return { lang, answers, context, router };
}

/** The content of a page's preview picture; null if there is no such page, or it is not one to be shared. */
export async function preview(input: Asked): Promise<Preview | null> {
  const { router, context } = await load(input);
  if (router._serverResult?.type === 'redirect' || getSsrStatus(router) !== 200) return null;
  return previewOf(router, context);
}

export async function render(input: Asked): Promise<Page> {
  const { lang, answers, context, router } = await load(input);
  const page = {
    desk: false,
    transient: false,
    lang,
    html: '',
    answers: {},
    modules: [],
    describes: null,
    error: undefined,
  };
  const result = router._serverResult;
  if (result?.type === 'redirect') {
    return { ...page, status: 302, redirect: result.redirect.headers.get('Location') ?? '/' };
  }
  // One pass, as all data is loaded already. prerender() would hide Suspense content behind an inline script.
  const html = renderToString(<App router={router} context={context} />);
  const { matches } = router.state;
  const error = matches.find((match) => match.error)?.error;
  const status = errorCode(error) === 'UNAVAILABLE' ? 503 : getSsrStatus(router);
  const catalogs = ['public', ...matches.flatMap((match) => match.staticData.catalog ?? [])];
  return {
    status,
    desk: matches.some((match) => match.staticData.desk),
    // not stored: a reader's own words make endlessly many addresses, and so do names of what does not exist
    transient:
      matches.some((match) => match.staticData.transient) ||
      'q' in router.state.location.search ||
      (status === 404 && !isUnknownPath(input.url)),
    lang,
    html: `<!doctype html>${html}`,
    answers,
    modules: [
      ...catalogs.map((name) => `../../libs/i18n/src/catalogs/${lang}/${name}.json`),
      ...matches.flatMap((match) => match.staticData.module ?? []),
    ],
    describes: status === 200 ? describedBy(matches.at(-1)) : null,
    error,
  };
}
