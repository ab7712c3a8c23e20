import { isScored } from '@qadam/domain';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Figure } from '../../ui/figure.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { Hidden } from '../../ui/hidden.tsx';
import type { IndicatorCellFragment } from '../../ui/indicator.generated.ts';
import { LocalText } from '../../ui/local-text.tsx';
import { NotReported } from '../../ui/not-reported.tsx';
import { areaColor, Sparkline } from '../../ui/sparkline.tsx';
import { statusText } from '../../ui/status-text.ts';
import { ValueMark } from '../../ui/value-mark.tsx';
import styles from './indicator-list.module.css';
import { yearsOf } from '../../ui/year-shares.ts';
import type { Row, ScorecardData } from './scorecard.types.ts';

const root = getRouteApi('__root__');

/** The indicators of an action in columns that line up with the table: latest value and status per country. */
export function IndicatorList(props: {
  rows: Row['indicators'];
  areas: ScorecardData['areas'];
  search: { release?: string };
}) {
  const { lang } = root.useRouteContext();
  const { t } = useTranslation();
  return (
    <ul className={styles.list}>
      {props.rows.map((row) => (
        <li key={row.indicator.code} className={styles.item}>
          <div>
            <Link
              to="/$lang/indicators/$code"
              params={{ lang, code: row.indicator.code }}
              search={props.search}
            >
              <LocalText of={row.indicator.name} />
            </Link>
            <span className={styles.about}>
              {row.indicator.code} · {t(`role.${row.role}`)}
            </span>
          </div>
          {row.cells.map((cell) => (
            <IndicatorCell
              key={cell.area}
              row={row}
              cell={cell}
              area={props.areas.find((area) => area.code === cell.area)}
            />
          ))}
        </li>
      ))}
    </ul>
  );
}

function IndicatorCell(props: {
  row: Row['indicators'][number];
  cell: IndicatorCellFragment;
  area: ScorecardData['areas'][number] | undefined;
}) {
  const { t } = useTranslation();
  const { row, cell, area } = props;
  const trend = row.trends.find(({ area: of }) => of === cell.area);
  const scored = isScored({ ...row.indicator, role: row.role });
  return (
    <div className={area ? styles.cell : styles.shared}>
      <span className={styles.where}>
        {area ? <LocalText of={area.name} /> : t('scorecard.allFour')}:{' '}
      </span>
      {cell.status === 'SUPPRESSED' ? (
        <Hidden />
      ) : cell.latestYear === null ? (
        <NotReported />
      ) : (
        <>
          <span className={styles.value}>
            <Figure indicator={row.indicator} value={cell.latestValue} /> ({cell.latestYear})
            <ValueMark flags={cell.flags} />
          </span>
          {trend && trend.values.length > 1 && (
            <Sparkline
              points={yearsOf(trend.firstYear, trend.values)}
              color={areaColor(cell.area)}
            />
          )}
          {scored && (
            <span className={styles.status}>
              <Glyph status={cell.status} /> {statusText(t, cell.status, true)}
            </span>
          )}
        </>
      )}
    </div>
  );
}
