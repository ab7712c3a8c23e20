import { isLanguage, type Language } from '@qadam/i18n';
import { keep, parseSearch, stringifySearch } from './search.ts';

type Kept = Parameters<typeof keep>[0];
const pages: [RegExp, Kept][] = [
  [/^\/embed\/indicators\/[^/]+$/, 'embed'],
  [/^\/[^/]+\/?$/, 'scorecard'],
  [/^\/[^/]+\/actions\/[^/]+$/, 'action'],
  [/^\/[^/]+\/indicators\/[^/]+$/, 'indicator'],
  [/^\/[^/]+\/countries\/[^/]+$/, 'country'],
  [/^\/[^/]+\/changes$/, 'changes'],
  [/^\/[^/]+\/brief\/[^/]+$/, 'brief'],
  [/^\/[^/]+\/compare$/, 'compare'],
  [/^\/[^/]+\/data$/, 'data'],
  [/^\/[^/]+\/quality$/, 'quality'],
  [/^\/[^/]+\/search$/, 'search'],
  [/^\/[^/]+\/about\/report$/, 'report'],
  [/^\/[^/]+\/about\/news$/, 'news'],
  [/^\/[^/]+\/about\/news\/confirm$/, 'confirmNews'],
];

/** The address under which a public page is stored: without parameters the page does not know, the others in one order. */
export function canonicalPath(url: string): string {
  const [path = '/', search = ''] = url.split('#', 1)[0]?.split('?', 2) ?? [];
  const page = pages.find(([pattern]) => pattern.test(path))?.[1];
  return page === undefined ? path : path + stringifySearch(keep(page, parseSearch(search)));
}

/** The language of an address: its first part, or a parameter where the first part is `embed`. */
export function languageOf(url: string): Language {
  const [, first] = url.split(/[/?#]/);
  const asked = first === 'embed' ? parseSearch(url.split('?')[1] ?? '')['lang'] : first;
  return isLanguage(asked) ? asked : 'en';
}
