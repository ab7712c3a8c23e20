import { useRouter, type AnyRouter } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeysDialog } from '../desk/keys-dialog.tsx';
import { isTyping, useSingleKeys } from '../ui/single-keys.ts';
import styles from './key-help.module.css';

const shortcuts = [
  { name: 'search', keys: ['/'] },
  { name: 'help', keys: ['?'] },
  { name: 'chart', keys: ['←', '→', '↑', '↓', 'Home', 'End'] },
  { name: 'escape', keys: ['Esc'] },
  { name: 'exit', keys: ['Shift', 'Shift', 'Shift'] },
] as const;

const fieldOfPage = 'main [role="search"] input';

/** Goes to the search field in sight: that of the page or else of the header; on a narrow screen, follows the link to the search page. */
function goToSearch(router: AnyRouter): boolean {
  const place = [fieldOfPage, 'header [role="search"] input', '[data-search]']
    .map((selector) => document.querySelector<HTMLElement>(selector))
    .find((one) => one?.checkVisibility());
  if (place instanceof HTMLAnchorElement) {
    // after the page has loaded: then the focus is set to the content, as after every link
    const stop = router.subscribe('onResolved', () => {
      stop();
      document.querySelector<HTMLElement>(fieldOfPage)?.focus();
    });
    place.click();
  } else place?.focus();
  return place !== undefined;
}

/** Explains the shortcuts of the public pages and switches those of a single character off. Desks have shortcuts and lists of their own. */
export function KeyHelp({ desk }: { desk: boolean }) {
  const router = useRouter();
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [on] = useSingleKeys();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { key, target } = event;
    if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    if (isTyping(target) || document.querySelector('dialog[open]') !== null) return;
    if (key === '?') setOpen(true);
    else if (key !== '/' || !goToSearch(router)) return;
    event.preventDefault();
  });
  useEffect(() => {
    if (desk || !on) return undefined;
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [desk, on]);
  return (
    <>
      <button type="button" className={styles.open} onClick={() => setOpen(true)}>
        {t('keys.open')}
      </button>
      {open && (
        <KeysDialog
          title={t('keys.title')}
          shortcuts={shortcuts.map(({ name, keys }) => ({ keys, text: t(`keys.${name}`) }))}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
