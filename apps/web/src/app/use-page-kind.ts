import { useMatches, useRouter, useRouterState } from '@tanstack/react-router';
import { exists } from './canonical-path.ts';
import type { Search } from './search.ts';

/** What kind of document this is. An address without a page has no kind, whatever route it lies under. */
export function usePageKind() {
  const router = useRouter();
  const there = useRouterState({ select: (state) => exists(router, state.location.pathname) });
  const desk = useMatches({ select: (all) => all.some((match) => match.staticData.desk) });
  const paper = useMatches({ select: (all) => all.some((match) => match.staticData.paper) });
  const framed = useMatches({
    select: (all) =>
      all.some(({ staticData, search }) => {
        const { print }: Search = search;
        return staticData.framed === true || (staticData.paper === true && print !== undefined);
      }),
  });
  return { desk: there && desk, paper: there && paper, framed: there && framed };
}
