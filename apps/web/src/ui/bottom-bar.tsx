import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './bottom-bar.module.css';

/** What a page offers at the thumb on a phone. Plain links to its parts; with JavaScript sharing opens what the phone has for it. */
export function BottomBar({ url }: { url: string }) {
  const { t } = useTranslation();
  const [said, setSaid] = useState('');
  const share = () => {
    const device = navigator as Partial<Pick<Navigator, 'share' | 'clipboard'>>;
    const sent = device.share?.({ url }) ?? device.clipboard?.writeText(url);
    // closed without sharing is no failure
    void sent?.then(
      () => setSaid(device.share ? '' : t('chart.copied')),
      () => setSaid(''),
    );
    return sent !== undefined;
  };
  const goTo = (id: string) => () => {
    const place = document.getElementById(id);
    place?.scrollIntoView({ block: 'start' });
    place?.focus({ preventScroll: true });
    return place !== null;
  };
  const item = (id: string, text: string, act: () => boolean) => (
    <a
      href={`#${id}`}
      onClick={(event) => {
        if (act()) event.preventDefault();
      }}
    >
      {text}
    </a>
  );
  return (
    <nav
      className={`${styles.bar ?? ''} no-print`}
      aria-label={t('bottomBar.label')}
      data-bottom-bar=""
    >
      {item('filter', t('bottomBar.filter'), goTo('filter'))}
      {item('year', t('filters.year'), goTo('year'))}
      {item('link', said === '' ? t('bottomBar.share') : said, share)}
      <span role="status" className="visually-hidden">
        {said}
      </span>
    </nav>
  );
}
