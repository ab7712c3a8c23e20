import { useRouter, type AnyRouter } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../desk/dialog.tsx';
import { isTyping, useSingleKeys } from '../ui/single-keys.ts';
import list from '../ui/keys.module.css';
import styles from './key-help.module.css';

const keys = [
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
  const [on, setOn] = useSingleKeys();
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
        <Dialog title={t('keys.title')} onClose={() => setOpen(false)}>
          <dl className={list.keys}>
            {keys.map(({ name, keys: names }) => (
              <div key={name}>
                <dt>
                  {names.map((one, i) => (
                    <kbd key={i}>{one}</kbd>
                  ))}
                </dt>
                <dd>{t(`keys.${name}`)}</dd>
              </div>
            ))}
          </dl>
          <label className={list.switch}>
            <input type="checkbox" checked={on} onChange={(event) => setOn(event.target.checked)} />
            {t('keys.switch')}
          </label>
          <p>
            <button type="button" className="button" onClick={() => setOpen(false)}>
              {t('keys.close')}
            </button>
          </p>
        </Dialog>
      )}
    </>
  );
}
