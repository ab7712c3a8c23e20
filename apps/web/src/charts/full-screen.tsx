import { ClientOnly } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './full-screen.module.css';

/** A button that shows its chart on the whole screen, and back; Esc leads back too. Not there if the browser cannot do this. */
export function FullScreen() {
  return (
    <ClientOnly>
      <Button />
    </ClientOnly>
  );
}

function Button() {
  const { t } = useTranslation('charts');
  const [full, setFull] = useState(false);
  useEffect(() => {
    const look = () => setFull(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', look);
    return () => document.removeEventListener('fullscreenchange', look);
  }, []);
  if (!document.fullscreenEnabled) return null;
  const name = t(full ? 'leaveFullScreen' : 'fullScreen');
  return (
    <button
      type="button"
      className={`${styles.button ?? ''} no-print`}
      aria-label={name}
      title={name}
      onClick={(event) =>
        void (full
          ? document.exitFullscreen()
          : event.currentTarget.closest('figure')?.requestFullscreen())
      }
    >
      <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
        <path
          d={
            full
              ? 'M7 2v5H2M11 2v5h5M7 16v-5H2M11 16v-5h5'
              : 'M2 7V2h5M16 7V2h-5M2 11v5h5M16 11v5h-5'
          }
          fill="none"
          stroke="currentColor"
          strokeWidth="1.75"
        />
      </svg>
    </button>
  );
}
