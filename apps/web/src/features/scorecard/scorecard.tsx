import { Link, getRouteApi } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { LocalText } from '../../ui/local-text.tsx';
import styles from './scorecard.module.css';
import { ScorecardRow } from './scorecard-row.tsx';
import type { Cell, CellView, Row, ScorecardData } from './scorecard.types.ts';

const root = getRouteApi('__root__');

const kinds = ['PRIORITY', 'FINDING'] as const;

/** Actions × countries in one table. The roles are written out because narrow screens lay the rows out as cards, and CSS display takes table semantics away. */
export function Scorecard(props: {
  data: ScorecardData;
  rows: readonly Row[];
  /** Release number for links, when it is not the latest. */
  at: string | undefined;
  view?: CellView;
  /** Cells to point out. */
  marked?: (row: Row, cell: Cell) => boolean;
}) {
  const { lang } = root.useRouteContext();
  const { t } = useTranslation();
  const { data, rows, at } = props;
  // the region is no column: its one action spans the countries
  const areas = data.areas.filter(({ code }) => code !== 'CA4');
  const search = {
    ...(at === undefined ? {} : { release: at }),
    ...(data.year === data.release.asOfYear ? {} : { year: String(data.year) }),
  };
  const view = props.view ?? 'status';
  return (
    <table className={styles.table} role="table" data-view={view}>
      <caption className={styles.caption}>
        {t(`scorecard.captions.${view}`, { year: data.year })}
        {view === 'change' && ` ${sinceText(t, data)}`}
      </caption>
      <thead role="rowgroup" className={styles.head}>
        <tr role="row">
          <th role="columnheader" scope="col">
            {t('scorecard.action')}
          </th>
          {areas.map((area) => (
            <th role="columnheader" scope="col" key={area.code}>
              <Link to="/$lang/countries/$iso3" params={{ lang, iso3: area.code }} search={search}>
                <LocalText of={area.name} />
              </Link>
            </th>
          ))}
        </tr>
      </thead>
      {kinds.map((kind) => {
        const group = rows.filter((row) => row.action.kind === kind);
        return (
          group.length > 0 && (
            <tbody role="rowgroup" key={kind}>
              <tr role="row" className={styles.group}>
                <th role="rowheader" scope="rowgroup" colSpan={areas.length + 1}>
                  {t(`scorecard.${kind}`)}
                </th>
              </tr>
              {group.map((row) => (
                <ScorecardRow
                  key={row.action.code}
                  row={row}
                  areas={areas}
                  search={search}
                  view={view}
                  marked={(cell) => props.marked?.(row, cell) ?? false}
                />
              ))}
            </tbody>
          )
        );
      })}
    </table>
  );
}

/** What a change is told against: the release before, or the year before where an earlier year is told. */
function sinceText(t: TFunction, { release, year }: ScorecardData): string {
  if (year !== release.asOfYear) return t('scorecard.sinceYear', { year: year - 1 });
  return release.previous === null ? '' : t('scorecard.sinceRelease', { number: release.previous });
}
