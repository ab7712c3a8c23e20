import { groupBy } from '../../ui/group-by.ts';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LocalText } from '../../ui/local-text.tsx';
import { countLooks, type Dimension } from './published-look.ts';
import type { PublishedOverview } from './published-quality.types.ts';
import styles from './published.module.css';
import { YearStrip } from './year-strip.tsx';

const root = getRouteApi('__root__');

/** Indicators by countries, the last years of each side by side; a strip leads to the country's own grid. */
export function PublishedGrid(props: {
  quality: PublishedOverview;
  dimension: Dimension;
  search: { dim?: string; release?: string };
}) {
  const { quality, dimension, search } = props;
  const { lang } = root.useRouteContext();
  const { t } = useTranslation('about');
  const last = quality.release.asOfYear;
  const years = Array.from({ length: 12 }, (_, at) => last - 11 + at);
  const byPlace = groupBy(
    quality.cells.filter(({ year }) => years.includes(year)),
    ({ area, indicator }) => `${area} ${indicator}`,
  );
  const caption = t('quality.gridCaption', { from: years[0], to: last });
  return (
    <div className={styles.frame} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.grid}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('quality.indicator')}</th>
            {quality.areas.map(({ area }) => (
              <th key={area.code} scope="col">
                <Link to="/$lang/quality" params={{ lang }} search={{ ...search, c: area.code }}>
                  <LocalText of={area.name} />
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {quality.indicators.map(({ code, name }) => (
            <tr key={code}>
              <th scope="row">
                <span className={styles.code}>{code}</span> <LocalText of={name} />
              </th>
              {quality.areas.map(({ area }) => {
                const cells = byPlace.get(`${area.code} ${code}`) ?? [];
                const words = countLooks(cells, dimension)
                  .map(([look, count]) => `${t(`quality.look.${look}`)}: ${String(count)}`)
                  .join(', ');
                return (
                  <td key={area.code} data-label={area.name.text}>
                    <Link
                      to="/$lang/quality"
                      params={{ lang }}
                      search={{ ...search, c: area.code }}
                      hash={code}
                      preload={false}
                      className={styles.place}
                      aria-label={`${area.name.text}, ${code}: ${words === '' ? t('quality.nothing') : words}`}
                    >
                      <YearStrip cells={cells} years={years} dimension={dimension} />
                    </Link>
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
