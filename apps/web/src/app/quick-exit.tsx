import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { EXIT_ADDRESS } from '@qadam/domain';
import styles from './quick-exit.module.css';

/** replace(): the Back button does not lead to the page that was left. */
const leave = () => window.location.replace(EXIT_ADDRESS);

/** Leaves the site at once, for a reader who must not be seen here: one press, or Shift three times. Without JavaScript a plain link. */
export function QuickExit() {
  const { t } = useTranslation();
  useEffect(() => {
    let presses: number[] = [];
    const onKey = (event: KeyboardEvent) => {
      if (event.repeat) return;
      presses = event.key === 'Shift' ? [...presses, event.timeStamp].slice(-3) : [];
      const [first] = presses;
      if (presses.length === 3 && first !== undefined && event.timeStamp - first < 2000) leave();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <a
      className={styles.exit}
      href={EXIT_ADDRESS}
      rel="nofollow noreferrer"
      title={t('nav.exitHint')}
      onClick={(event) => {
        event.preventDefault();
        leave();
      }}
    >
      {t('nav.exit')}
    </a>
  );
}
