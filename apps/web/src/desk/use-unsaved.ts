import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useWarnBeforeLeaving } from './use-warn-before-leaving.ts';

/** Asks before a page is left, or closed, on which something was typed that is kept nowhere. */
export function useUnsaved(unsaved: boolean): void {
  const { t } = useTranslation('desk');
  useWarnBeforeLeaving(unsaved);
  useBlocker({
    disabled: !unsaved,
    enableBeforeUnload: false,
    // another view of the same page takes nothing away
    shouldBlockFn: ({ current, next }) =>
      current.pathname !== next.pathname && !window.confirm(t('unsaved')),
  });
}
