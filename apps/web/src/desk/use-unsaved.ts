import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** Asks before leaving or closing a page with typed input that is not stored anywhere. */
export function useUnsaved(unsaved: boolean): void {
  const { t } = useTranslation('desk');
  useBlocker({
    disabled: !unsaved,
    // does not ask for another view of the same page, which keeps what was typed
    shouldBlockFn: ({ current, next }) =>
      current.pathname !== next.pathname && !window.confirm(t('unsaved')),
  });
}
