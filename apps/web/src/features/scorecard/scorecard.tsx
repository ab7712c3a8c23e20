import { SINCE_YEAR } from '@qadam/domain';
import { useTranslation } from 'react-i18next';
import { LevelTile } from '../../ui/level-tile.tsx';
import { LocalText } from '../../ui/local-text.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import styles from './scorecard.module.css';
import type { Cell, Row, ScorecardData } from './steps.ts';

const kinds = ['PRIORITY', 'FINDING'] as const;

/**
 * Actions × countries in one table. The roles are explicit, because narrow screens lay the rows out as cards, and CSS
 * display takes table semantics away.
 */
export function Scorecard(props: {
  data: ScorecardData;
  rows: readonly Row[];
  /** True for steps that have to stand out. */
  marked?: (cell: Cell) => boolean;
}) {
  const { t } = useTranslation('levels');
  const { data, rows } = props;
  // the region has no column: its one action spans the countries
  const areas = data.areas.filter(({ code }) => code !== 'CA4');
  return (
    <table className={styles.table} role="table">
      <caption className="visually-hidden">
        {t('table.caption', { year: data.year, since: SINCE_YEAR })}
      </caption>
      <thead role="rowgroup" className={styles.head}>
        <tr role="row">
          <th role="columnheader" scope="col">
            {t('table.proposed')}
          </th>
          {areas.map((area) => (
            <th role="columnheader" scope="col" key={area.code}>
              <PageLink to="/$lang/countries/$iso3" params={{ iso3: area.code }}>
                <LocalText of={area.name} />
              </PageLink>
            </th>
          ))}
        </tr>
      </thead>
      {kinds.map((kind) => {
        const group = rows.filter((row) => row.action.kind === kind);
        return (
          group.length > 0 && (
            <tbody role="rowgroup" key={kind}>
              {kind === 'FINDING' && (
                <tr role="row" className={styles.group}>
                  <th role="rowheader" scope="rowgroup" colSpan={areas.length + 1}>
                    {t('table.gaps')}
                  </th>
                </tr>
              )}
              {group.map((row) => (
                <ScorecardRow key={row.action.code} {...{ row, areas }} marked={props.marked} />
              ))}
            </tbody>
          )
        );
      })}
    </table>
  );
}

/** One action: its step in each country, or the one that all four share. */
function ScorecardRow(props: {
  row: Row;
  areas: ScorecardData['areas'];
  marked: ((cell: Cell) => boolean) | undefined;
}) {
  const { t } = useTranslation();
  const { row, areas, marked } = props;
  const { code, title, quote, scope } = row.action;
  // if nothing is known in any country, that is said once for all
  const silent = row.cells.every(({ level, fact }) => level.word === 'NOT_KNOWN' && fact === null);
  const whole = scope === 'REGION' || silent;
  const cells = silent ? row.cells.slice(0, 1) : row.cells;
  return (
    <tr role="row" className={styles.row}>
      <th role="rowheader" scope="row" className={styles.title}>
        <PageLink
          to="/$lang/actions/$code"
          params={{ code }}
          title={quote === null ? undefined : `“${quote.text}”`}
        >
          <LocalText of={title} />
        </PageLink>{' '}
        <small>{code}</small>
      </th>
      {cells.map((cell) => {
        const area = whole ? undefined : areas.find((one) => one.code === cell.area);
        const place = area ? <LocalText of={area.name} /> : t('scorecard.allFour');
        return (
          <td
            key={cell.area}
            role="cell"
            colSpan={whole ? areas.length : 1}
            data-marked={marked?.(cell) === true ? true : undefined}
          >
            <PageLink
              to="/$lang/actions/$code"
              params={{ code }}
              search={whole ? {} : { c: cell.area }}
            >
              <span className="visually-hidden">
                {code}, {place}:{' '}
              </span>
              <LevelTile
                level={cell.level}
                fact={cell.fact}
                label={
                  <span className={styles.where} aria-hidden="true">
                    {place}
                  </span>
                }
              />
            </PageLink>
          </td>
        );
      })}
    </tr>
  );
}
