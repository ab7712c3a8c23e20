import { useTranslation } from 'react-i18next';
import { groupBy } from '../../ui/group-by.ts';
import { Fold } from '../../ui/fold.tsx';
import { LocalText } from '../../ui/local-text.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import {
  cellStateOf,
  countCellStates,
  type PublishedCell,
  type PublishedOverview,
  SIGNS,
} from './published-state.ts';
import { type Dimension } from '../../ui/quality-fact.tsx';
import styles from './published.module.css';

/** How many of the last years a strip shows. */
const SHOWN = 12;

interface Props {
  quality: PublishedOverview;
  dimension: Dimension;
  search: { dim?: string; page?: string; release?: string };
}

/** Indicators by countries. Those for which nothing is due yet are folded below. */
export function PublishedGrid(props: Props) {
  const { quality } = props;
  const { t } = useTranslation('about');
  const come = new Set(
    quality.cells.flatMap((cell) => (cell.class === 'notDue' ? [] : [cell.indicator])),
  );
  const [known = [], unknown = []] = [true, false].map((wanted) =>
    quality.indicators.filter(({ code }) => come.has(code) === wanted),
  );
  const nothingYet = t('quality.nothingYet', { count: quality.silentCount });
  const span = { from: quality.release.asOfYear - SHOWN + 1, to: quality.release.asOfYear };
  return (
    <>
      <Grid {...props} indicators={known} caption={t('quality.gridCaption', span)} />
      {unknown.length > 0 && (
        <Fold title={nothingYet}>
          <Grid {...props} indicators={unknown} caption={nothingYet} />
        </Fold>
      )}
    </>
  );
}

/** The last years of each country side by side; each strip is a link to the country's own grid. */
function Grid(props: Props & { indicators: PublishedOverview['indicators']; caption: string }) {
  const { quality, indicators, dimension, search, caption } = props;
  const { t } = useTranslation('about');
  const last = quality.release.asOfYear;
  const years = Array.from({ length: SHOWN }, (_, at) => last - SHOWN + 1 + at);
  const byPlace = groupBy(
    quality.cells.filter(({ year }) => years.includes(year)),
    ({ area, indicator }) => `${area} ${indicator}`,
  );
  return (
    <div className={styles.frame} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.grid}>
        <caption className="note">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('quality.indicator')}</th>
            {quality.areas.map(({ area }) => (
              <th key={area.code} scope="col">
                <PageLink to="/$lang/quality" search={{ ...search, c: area.code }}>
                  <LocalText of={area.name} />
                </PageLink>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {indicators.map(({ code, name }) => (
            <tr key={code}>
              <th scope="row">
                <span className="soft">{code}</span> <LocalText of={name} />
              </th>
              {quality.areas.map(({ area }) => {
                const cells = byPlace.get(`${area.code} ${code}`) ?? [];
                const words = countCellStates(cells, dimension)
                  .map(([look, count]) => `${t(`quality.look.${look}`)}: ${String(count)}`)
                  .join(', ');
                return (
                  <td key={area.code}>
                    <PageLink
                      to="/$lang/quality"
                      search={{ ...search, c: area.code }}
                      hash={code}
                      preload={false}
                      className={styles.place}
                      aria-label={`${area.name.text}, ${code}: ${words === '' ? t('quality.nothing') : words}`}
                    >
                      <YearStrip cells={cells} years={years} dimension={dimension} />
                    </PageLink>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const STEP = 10;
const HEIGHT = 14;
const WIDTH = 8;
/** One shape for each tone, so that a strip can be read without its colours. */
const SHAPES = {
  good: { fill: 'var(--good-fill)', d: `h${WIDTH}v${HEIGHT}h-${WIDTH}z` },
  late: {
    fill: 'var(--late-fill)',
    d: `m0 ${HEIGHT}l${WIDTH / 2}-${HEIGHT - 3}l${WIDTH / 2} ${HEIGHT - 3}z`,
  },
  bad: {
    ...{ fill: 'none', stroke: 'var(--bad-fill)', strokeWidth: 2 },
    d: `m1 3l${WIDTH - 2} ${WIDTH}m0-${WIDTH}l-${WIDTH - 2} ${WIDTH}`,
  },
  none: { fill: 'var(--none-fill)', d: `m0 ${HEIGHT - 3}h${WIDTH}v3h-${WIDTH}z` },
} as const;

/** The years of one country and indicator side by side; the label of the link says the same in words. A year without a cell is a gap. */
function YearStrip(props: {
  cells: readonly PublishedCell[];
  years: readonly number[];
  dimension: Dimension;
}) {
  const { cells, years, dimension } = props;
  const [first = 0] = years;
  const width = years.length * STEP;
  const places = groupBy(cells, (cell) => SIGNS[cellStateOf(cell, dimension)].tone);
  return (
    <svg
      className={styles.strip}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      width={width}
      height={HEIGHT}
      aria-hidden="true"
      focusable="false"
    >
      <path d={`M0 ${HEIGHT - 0.5}h${width}`} stroke="var(--line-strong)" />
      {(['good', 'late', 'bad', 'none'] as const).map((tone) => {
        const at = places.get(tone)?.map(({ year }) => `M${(year - first) * STEP + 1} 0`);
        return (
          at && <path key={tone} {...SHAPES[tone]} d={at.map((m) => m + SHAPES[tone].d).join('')} />
        );
      })}
    </svg>
  );
}
