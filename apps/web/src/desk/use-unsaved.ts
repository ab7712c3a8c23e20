import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** Asks before leaving or closing a page with something typed that is stored nowhere. */
export function useUnsaved(unsaved: boolean): void {
  const { t } = useTranslation('desk');
  useBlocker({
    disabled: !unsaved,
    // another view of the same page keeps what was typed
    shouldBlockFn: ({ current, next }) =>
      current.pathname !== next.pathname && !window.confirm(t('unsaved')),
  });
}
