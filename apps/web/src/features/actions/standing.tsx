import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ActionStatus } from '../../ui/action-status.tsx';
import { LocalText } from '../../ui/local-text.tsx';
import { toneClass } from '../../ui/tone.ts';
import type { ActionPageData } from './action-page.types.ts';
import styles from './standing.module.css';

const root = getRouteApi('__root__');

/** A tile per country, or one for all four: where the action stands. */
export function Standing({ data }: { data: ActionPageData }) {
  const { lang } = root.useRouteContext();
  const { t } = useTranslation();
  const rows = data.indicators.map(({ indicator, role, series }) => ({
    indicator,
    role,
    cells: series.map(({ cell }) => cell),
  }));
  return (
    <ul className={styles.tiles}>
      {data.cells.map((cell) => {
        const name = data.areas.find((area) => area.code === cell.area)?.name;
        return (
          <li key={cell.area} className={`${styles.tile ?? ''} ${toneClass(cell.status)}`}>
            <h3 className={styles.name}>
              {cell.area === 'CA4' || !name ? (
                t('scorecard.shared')
              ) : (
                <Link to="/$lang/countries/$iso3" params={{ lang, iso3: cell.area }}>
                  <LocalText of={name} />
                </Link>
              )}
            </h3>
            <ActionStatus cell={cell} rows={rows} />
            <p className={styles.counts}>
              {cell.counts
                .map(({ status, count }) => `${count} ${t(`status.${status}`)}`)
                .join(', ')}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
