import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** The way on which somebody has just agreed to lose what they typed. */
let agreed: string | undefined;

/** Asks once, however many forms of the page have something to lose: the router asks all of them within one turn. */
function mayGo(way: string, question: string): boolean {
  if (agreed === way) return true;
  if (!window.confirm(question)) return false;
  agreed = way;
  setTimeout(() => {
    agreed = undefined;
  });
  return true;
}

/**
 * Asks before leaving or closing a page with typed input that is not stored anywhere. `part`: what of the address names the
 * thing that is edited; any other view of the same page keeps what was typed.
 */
export function useUnsaved(unsaved: boolean, part?: string): void {
  const { t } = useTranslation('desk');
  useBlocker({
    disabled: !unsaved,
    shouldBlockFn: ({ action, current, next }) => {
      const [from, to] = [current, next].map(
        ({ pathname, search }: { pathname: string; search: Readonly<Record<string, unknown>> }) =>
          part === undefined ? pathname : `${pathname} ${String(search[part])}`,
      );
      const places = [current, next].map(({ pathname, search }) =>
        JSON.stringify([pathname, search]),
      );
      // of a link that loads another document, the router says only that it leads from this page to itself
      const isOtherDocument =
        places[0] === places[1] && (action === 'PUSH' || action === 'REPLACE');
      return (from !== to || isOtherDocument) && !mayGo(places.join(' '), t('unsaved'));
    },
  });
}
