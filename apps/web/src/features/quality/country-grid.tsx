import { Fragment } from 'react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LocalText } from '../../ui/local-text.tsx';
import {
  cellStateOf,
  type ExplainedCell,
  type PublishedCountry,
  SIGNS,
} from './published-state.ts';
import { type Dimension } from '../../ui/quality-fact.tsx';
import { Sign } from './published-choices.tsx';
import styles from './published.module.css';
import tones from '../../ui/tone.module.css';
import { useFormat } from '../../ui/use-format.ts';
import { PageLink } from '../../ui/page-link.tsx';

/** A country: indicators by years. Each cell is a link to its reason, which is shown below its row and kept in the address. */
export function CountryGrid(props: {
  quality: PublishedCountry;
  dimension: Dimension;
  search: { c: string; dim?: string; page?: string; release?: string };
  open: string | undefined;
}) {
  const { quality, dimension, search, open } = props;
  const { lang } = useFormat();
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
        <caption className="note">
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
                  <span className="soft">{code}</span> <LocalText of={name} />
                </th>
                {quality.years.map((year) => {
                  const key = `${year}.${code}`;
                  const cell = byKey.get(key);
                  if (!cell) return <td key={year} aria-label={t('quality.nothing')} />;
                  const look = cellStateOf(cell, dimension);
                  const isOpen = cell === opened;
                  return (
                    <td key={year}>
                      <Link
                        to="/$lang/quality"
                        params={{ lang }}
                        search={isOpen ? search : { ...search, cell: key }}
                        hash={isOpen ? code : 'reason'}
                        preload={false}
                        resetScroll={false}
                        hashScrollIntoView={false}
                        className={`${styles.cell ?? ''} ${tones[SIGNS[look].tone] ?? ''}`}
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
                    <PublishedReason cell={opened} name={name.text} />
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

const SENTENCES = {
  OUTLIER: 'outlier',
  LARGE_CHANGE: 'largeChange',
  UNIT_MAGNITUDE: 'unitMagnitude',
  CUMULATIVE_FALLS: 'cumulativeFalls',
} as const;

/** Why a cell looks as it does: sentences, and the receipt of its figure. */
function PublishedReason({ cell, name }: { cell: ExplainedCell; name: string }) {
  const { area, indicator, year, hidden, dueOn, submittedOn, missingReason, revisions } = cell;
  const { t } = useTranslation(['about', 'public']);
  const format = useFormat();
  const hasFigure = cell.class === 'reported';
  const sentence = ({ code, params }: ExplainedCell['hits'][number]) => {
    const given = Object.fromEntries(params.map((one) => [one.name, one.value]));
    const [previous, factor] = [given['previous'], given['factor']].map((one = '0') =>
      format.number(one),
    );
    const known = code in SENTENCES ? SENTENCES[code as keyof typeof SENTENCES] : 'other';
    return t(`quality.hit.${known}`, { previousYear: given['previousYear'], previous, factor });
  };
  return (
    <div className={styles.reason} id="reason" role="region" aria-label={`${name}, ${year}`}>
      <p>
        <strong>
          {name}, {year}
        </strong>
        : {t(`quality.look.${hidden ? 'hidden' : cell.class}`)}
      </p>
      {hidden && <p>{t('quality.hiddenText')}</p>}
      {dueOn !== null && <p>{t('quality.askedBy', { date: format.date(dueOn) })}</p>}
      {cell.class === 'overdue' && <p>{t('quality.overdueText')}</p>}
      {missingReason !== null && <p>{t(`quality.missing.${missingReason}`)}</p>}
      {hasFigure && !hidden && (
        <p>
          {submittedOn === null
            ? t('quality.fromSource')
            : t(cell.marks.includes('LATE') ? 'quality.submittedLate' : 'quality.submittedOn', {
                date: format.date(submittedOn),
              })}
        </p>
      )}
      {cell.marks.includes('PROVISIONAL') && <p>{t('quality.provisionalText')}</p>}
      {cell.marks.includes('ESTIMATED') && <p>{t('quality.estimatedText')}</p>}
      {revisions > 0 && (
        <p>
          {t('quality.revisedTimes', { count: revisions })}
          {cell.reason !== null && `: ${t(`public:reason.${cell.reason}`)}`}
        </p>
      )}
      {cell.hits.map((hit) => (
        <p key={hit.code}>▲ {sentence(hit)}</p>
      ))}
      {hasFigure && (
        <p>
          <PageLink
            to="/$lang/indicators/$code"
            params={{ code: indicator }}
            search={{ c: area, receipt: `${area}.${year}` }}
          >
            {t('quality.receipt')}
          </PageLink>
        </p>
      )}
    </div>
  );
}
