import { STATUSES_SORTED } from '@qadam/domain';
import { useTranslation } from 'react-i18next';
import { Glyph } from '../../ui/glyph.tsx';
import { toneClass } from '../../ui/tone.ts';
import type { CountryPageData } from './country-page.types.ts';
import styles from './status-counts.module.css';

/** How many of the country's own actions stand where; the regional one is counted in none. */
export function StatusCounts({ data }: { data: CountryPageData }) {
  const { t } = useTranslation();
  const own = data.actions.filter(({ action }) => action.scope === 'COUNTRY');
  return (
    <ul className={styles.counts} aria-label={t('country.counts')}>
      {STATUSES_SORTED.map((status) => {
        const count = own.filter(({ cell }) => cell.status === status).length;
        return (
          count > 0 && (
            <li key={status} className={`${styles.count ?? ''} ${toneClass(status)}`}>
              <Glyph status={status} /> <strong>{count}</strong> {t(`status.${status}`)}
            </li>
          )
        );
      })}
    </ul>
  );
}
