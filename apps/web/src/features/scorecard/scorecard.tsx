import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LocalText } from '../../ui/local-text.tsx';
import styles from './scorecard.module.css';
import { ScorecardRow } from './scorecard-row.tsx';
import type { Row, ScorecardData } from './scorecard.types.ts';

const root = getRouteApi('__root__');

const kinds = ['PRIORITY', 'FINDING'] as const;

/** Actions × countries in one table. The roles are written out because narrow screens lay the rows out as cards, and CSS display takes table semantics away. */
export function Scorecard(props: {
  data: ScorecardData;
  rows: readonly Row[];
  /** Release number for links, when it is not the latest. */
  at: string | undefined;
  /** Cells to point out. */
  marked?: string | undefined;
}) {
  const { lang } = root.useRouteContext();
  const { t } = useTranslation();
  const { data, rows, at } = props;
  // the region is no column: its one action spans the countries
  const areas = data.areas.filter(({ code }) => code !== 'CA4');
  const search = at === undefined ? {} : { release: at };
  return (
    <table className={styles.table} role="table">
      <caption className={styles.caption}>
        {t('scorecard.caption', { year: data.release.asOfYear })}
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
                  marked={props.marked}
                />
              ))}
            </tbody>
          )
        );
      })}
    </table>
  );
}
