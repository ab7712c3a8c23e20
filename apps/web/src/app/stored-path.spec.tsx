import { describe, expect, it } from '@jest/globals';
import { createMemoryHistory } from '@tanstack/react-router';
import type { AppContext } from './context.ts';
import { createAppRouter } from './router.tsx';
import { parseSearch, stringifySearch } from './search.ts';
import { storedPath } from './stored-path.ts';

describe('the address of a public page', () => {
  it.each([
    ['/en?utm_source=x', '/en'],
    ['/en?word=BEGUN&moved=forward', '/en?word=BEGUN&moved=forward'],
    ['/en?moved=forward&word=BEGUN', '/en?word=BEGUN&moved=forward'],
    ['/en?word=PARTLY_KNOWN~NOT_KNOWN', '/en?word=PARTLY_KNOWN~NOT_KNOWN'],
    ['/en?word=BEST&moved=away&status=DELAYED', '/en'],
    ['/en?release=2026.10#top', '/en?release=2026.10'],
    ['/ru/changes?from=2026.1&to=2026.2&c=KAZ', '/ru/changes?from=2026.1&to=2026.2&c=KAZ'],
    ['/ru/changes?c=', '/ru/changes'],
    ['/ru/indicators/A4.2?c=KAZ~KGZ&t=2015..2024', '/ru/indicators/A4.2?c=KAZ~KGZ&t=2015..2024'],
    ['/ru/search?q=%D0%90&x=1', '/ru/search?q=%D0%90'],
    ['/ru/search?q=', '/ru/search'],
    ['/ru/about/methods?word=BEGUN', '/ru/about/methods'],
    ['/en/countries?release=2026.1&x=1', '/en/countries?release=2026.1'],
  ])('%s is stored as %s', (url, canonical) => {
    expect(storedPath(url)).toBe(canonical);
  });

  it('keeps release 2026.10 apart from 2026.1: text stays text', () => {
    expect(parseSearch('?release=2026.10')).toEqual({ release: '2026.10' });
    expect(stringifySearch({ release: '2026.10', status: undefined })).toBe('?release=2026.10');
  });

  it.each([
    ['/en?year=1800&word=BEST', '/en'],
    ['/en/countries/KGZ?year=x&release=2', '/en/countries/KGZ'],
    ['/en/compare?i=A4.2~ZZZ&c=FRA', '/en/compare'],
    ['/en/quality?c=FRA', '/en/quality'],
    ['/en/changes?since=yesterday&c=FRA', '/en/changes'],
    ['/en/brief/region?actions=B1', '/en/brief/region'],
    ['/en/about/report?about=javascript:alert(1)', '/en/about/report'],
    [`/en/search?q=${'a'.repeat(101)}`, '/en/search'],
  ])(
    'the page at %s reads what the one at %s does: the browser shows what the server did',
    (url, stored) => {
      expect(storedPath(url)).toBe(stored);
      expect(readAt(url)).toEqual(readAt(stored));
    },
  );
});

/** What a page reads from its address, in its loader and by `useSearch`. */
function readAt(url: string) {
  const history = createMemoryHistory({ initialEntries: [url] });
  const router = createAppRouter({} as AppContext, history);
  const { pathname, search } = router.latestLocation;
  const match = router.matchRoutes(pathname, search).at(-1);
  return { search: match?.search, deps: match?.loaderDeps as unknown };
}
