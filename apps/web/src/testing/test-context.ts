import type { AppContext } from '../app/context.ts';
import { createI18n } from '../app/i18n.ts';
import { publicReads } from '../app/public-reads.ts';
import { publicApi } from './public-api.ts';

/** What every route gets in a spec: in English and signed in, unless `part` says otherwise. */
export async function testContext(part: Partial<AppContext> = {}): Promise<AppContext> {
  const { lang = 'en' } = part;
  return {
    ask: publicReads(publicApi({})),
    i18n: await createI18n(lang),
    lang,
    origin: 'https://qadam.test',
    demo: false,
    contact: null,
    help: true,
    nonce: undefined,
    session: true,
    ...part,
  };
}
