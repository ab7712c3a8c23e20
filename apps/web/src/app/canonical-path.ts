import { keep, parseSearch, stringifySearch } from './search.ts';

type Kept = Parameters<typeof keep>[0];
const pages: [RegExp, Kept][] = [
  [/^\/[^/]+\/?$/, 'scorecard'],
  [/^\/[^/]+\/actions\/[^/]+$/, 'action'],
  [/^\/[^/]+\/indicators\/[^/]+$/, 'indicator'],
  [/^\/[^/]+\/countries\/[^/]+$/, 'country'],
  [/^\/[^/]+\/changes$/, 'changes'],
];

/** The address under which a public page is stored: without parameters the page does not know, the others in one order. */
export function canonicalPath(url: string): string {
  const [path = '/', search = ''] = url.split('#', 1)[0]?.split('?', 2) ?? [];
  const page = pages.find(([pattern]) => pattern.test(path))?.[1];
  return page === undefined ? path : path + stringifySearch(keep(page, parseSearch(search)));
}
