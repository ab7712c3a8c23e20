import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ActionStatus } from '../../ui/action-status.tsx';
import { LocalText } from '../../ui/local-text.tsx';
import { toneClass } from '../../ui/tone.ts';
import { IndicatorList } from './indicator-list.tsx';
import type { Row, ScorecardData } from './scorecard.types.ts';
import styles from './scorecard.module.css';

const root = getRouteApi('__root__');

/** One action: its cell per country (or one for all four), and below it the indicators, opened in place. */
export function ScorecardRow(props: {
  row: Row;
  areas: ScorecardData['areas'];
  search: { release?: string };
  marked: string | undefined;
}) {
  const { lang } = root.useRouteContext();
  const { t } = useTranslation();
  const { row, areas, search, marked } = props;
  const { code } = row.action;
  return (
    <>
      <tr role="row" className={styles.row}>
        <th role="rowheader" scope="row" className={styles.title}>
          <Link to="/$lang/actions/$code" params={{ lang, code }} search={search}>
            <LocalText of={row.action.title} />
          </Link>
          <span className={styles.about}>
            {code} · {t(`pillar.${row.action.pillar}`)}
          </span>
        </th>
        {row.cells.map((cell) => {
          const name = areas.find((area) => area.code === cell.area)?.name;
          return (
            <td
              role="cell"
              key={cell.area}
              colSpan={row.action.scope === 'REGION' ? areas.length : 1}
              className={`${styles.cell ?? ''} ${toneClass(cell.status)}`}
              data-marked={marked === cell.status || undefined}
            >
              <span className={styles.where} aria-hidden="true">
                {name ? <LocalText of={name} /> : t('scorecard.allFour')}
              </span>
              {row.action.scope === 'REGION' && (
                <span className={styles.shared}>{t('scorecard.shared')}</span>
              )}
              <ActionStatus cell={cell} rows={row.indicators} />
            </td>
          );
        })}
      </tr>
      <tr role="row" className={styles.more}>
        <td role="cell" colSpan={areas.length + 1}>
          <details>
            <summary>
              {t('scorecard.indicators', { count: row.indicators.length })}
              <span className="visually-hidden"> ({code})</span>
            </summary>
            <IndicatorList rows={row.indicators} areas={areas} search={search} />
          </details>
        </td>
      </tr>
    </>
  );
}
