import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/**
 * Asks before leaving or closing a page with typed input that is not stored anywhere. `part`: what of the address names the
 * thing that is edited; any other view of the same page keeps what was typed.
 */
export function useUnsaved(unsaved: boolean, part?: string): void {
  const { t } = useTranslation('desk');
  useBlocker({
    disabled: !unsaved,
    shouldBlockFn: ({ current, next }) => {
      const [from, to] = [current, next].map(
        ({ pathname, search }: { pathname: string; search: Readonly<Record<string, unknown>> }) =>
          part === undefined ? pathname : `${pathname} ${String(search[part])}`,
      );
      return from !== to && !window.confirm(t('unsaved'));
    },
  });
}
