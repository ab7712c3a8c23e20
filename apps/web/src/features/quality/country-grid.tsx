import { Fragment } from 'react';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LocalText } from '../../ui/local-text.tsx';
import { cellStateOf, SIGNS, type Dimension } from './published-state.ts';
import { PublishedReason } from './published-reason.tsx';
import type { PublishedCountry } from './published-quality.types.ts';
import { Sign } from './sign.tsx';
import styles from './published.module.css';

const root = getRouteApi('__root__');

/** A country: indicators by years. A cell is a link to its reason, which stands under its row and in the address. */
export function CountryGrid(props: {
  quality: PublishedCountry;
  dimension: Dimension;
  search: { c: string; dim?: string; release?: string };
  open: string | undefined;
}) {
  const { quality, dimension, search, open } = props;
  const { lang } = root.useRouteContext();
  const { t } = useTranslation('about');
  const [country] = quality.areas;
  const byKey = new Map(quality.cells.map((cell) => [`${cell.year}.${cell.indicator}`, cell]));
  const opened = open === undefined ? undefined : byKey.get(open);
  const caption = t('quality.countryCaption', { country: country?.area.name.text ?? '' });
  return (
    <div
      className={`${styles.frame ?? ''} ${styles.newest ?? ''}`}
      role="region"
      aria-label={caption}
      tabIndex={0}
    >
      <table className={styles.years}>
        <caption>
          <span>{caption}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('quality.indicator')}</th>
            {quality.years.map((year) => (
              <th key={year} scope="col">
                {year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {quality.indicators.map(({ code, name }) => (
            <Fragment key={code}>
              <tr id={code}>
                <th scope="row">
                  <span className={styles.code}>{code}</span> <LocalText of={name} />
                </th>
                {quality.years.map((year) => {
                  const key = `${year}.${code}`;
                  const cell = byKey.get(key);
                  if (!cell) return <td key={year} aria-label={t('quality.nothing')} />;
                  const look = cellStateOf(cell, dimension);
                  const isOpen = cell === opened;
                  return (
                    <td key={year} data-tone={SIGNS[look].tone}>
                      <Link
                        to="/$lang/quality"
                        params={{ lang }}
                        search={isOpen ? search : { ...search, cell: key }}
                        hash={isOpen ? code : 'reason'}
                        preload={false}
                        resetScroll={false}
                        hashScrollIntoView={false}
                        aria-current={isOpen ? 'true' : undefined}
                        aria-label={`${code}, ${year}: ${t(`quality.look.${look}`)}`}
                        title={t(`quality.look.${look}`)}
                      >
                        <Sign look={look} />
                      </Link>
                    </td>
                  );
                })}
              </tr>
              {opened?.indicator === code && (
                <tr>
                  <td colSpan={quality.years.length + 1} className={styles.opened}>
                    <PublishedReason
                      cell={opened}
                      name={name.text}
                      releaseSearch={
                        search.release === undefined ? {} : { release: search.release }
                      }
                    />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('quality.figures')}</th>
            {quality.years.map((year) => (
              <td key={year}>{country?.years.find((one) => one.year === year)?.reported ?? 0}</td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
