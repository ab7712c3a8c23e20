import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LocalText } from '../../ui/local-text.tsx';
import { IndicatorList } from './indicator-list.tsx';
import { ScorecardCell } from './scorecard-cell.tsx';
import type { Cell, CellView, Row, ScorecardData } from './scorecard.types.ts';
import styles from './scorecard.module.css';

const root = getRouteApi('__root__');

/** One action: its cell per country (or one for all four), and below it the indicators, opened in place. */
export function ScorecardRow(props: {
  row: Row;
  areas: ScorecardData['areas'];
  search: { release?: string; year?: string };
  view: CellView;
  marked: (cell: Cell) => boolean;
}) {
  const { lang } = root.useRouteContext();
  const { t } = useTranslation();
  const { row, areas, search } = props;
  const { code } = row.action;
  const pinned = search.release === undefined ? {} : { release: search.release };
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
        {row.cells.map((cell) => (
          <ScorecardCell
            key={cell.area}
            row={row}
            cell={cell}
            areas={areas}
            search={search}
            view={props.view}
            marked={props.marked(cell)}
          />
        ))}
      </tr>
      <tr role="row" className={styles.more}>
        <td role="cell" colSpan={areas.length + 1}>
          <details>
            <summary>
              {t('scorecard.indicators', { count: row.indicators.length })}
              <span className="visually-hidden"> ({code})</span>
            </summary>
            <IndicatorList rows={row.indicators} areas={areas} search={pinned} />
          </details>
        </td>
      </tr>
    </>
  );
}
