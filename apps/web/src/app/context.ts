import type { i18n } from 'i18next';
import type { Language } from '@qadam/i18n';
import type { Ask } from './public-reads.ts';

/** What every route gets: made once per request on the server, once per document in the browser. */
export interface AppContext {
  /** Runs reads of the public side. */
  ask: Ask;
  /** In a browser: lets it respond to the reader before the next step of a load. */
  pause?: () => Promise<unknown>;
  i18n: i18n;
  lang: Language;
  /** Scheme and host of this site, for canonical links. */
  origin: string;
  /** True on the demonstration site: the sign-in page lists its accounts. */
  demo: boolean;
  /** Where readers may write about the site; null: the operator named no address. */
  contact: string | null;
  /** True if the page on help has anything to list. */
  help: boolean;
  /** In signed-in documents: the browser says it has a session, which may have ended. */
  session: boolean;
  /** Only in signed-in documents: lets Mantine add style elements while it runs. */
  nonce: string | undefined;
}
