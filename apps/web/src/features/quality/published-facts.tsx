import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { dec, decimalText } from '@qadam/domain';
import table from '../../ui/facts-table.module.css';
import { LocalText } from '../../ui/local-text.tsx';
import { Sparkline } from '../../ui/sparkline.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { DIMENSIONS, type PublishedPart } from './published-state.ts';

type Cycle = NonNullable<PublishedPart['areas'][number]['cycle']>;

/**
 * Four facts about each country in the newest reporting year, each with the number it is counted from; and how many
 * values there are for each year.
 */
export function PublishedFacts({ quality }: { quality: PublishedPart }) {
  const { t } = useTranslation('about');
  const format = useFormat();
  const share = (value: string | null) =>
    value === null ? '–' : format.percent(decimalText(dec(value).times(100)), 0);
  const columns = {
    completeness: (one: Cycle) => (
      <>
        <strong>{share(one.reportedShare)}</strong>{' '}
        {t('quality.reportedOf', { n: one.reported, total: one.assigned })}
        <small>
          {t('quality.rest', {
            explained: one.explained,
            overdue: one.overdue,
            notDue: one.notDue,
          })}
        </small>
      </>
    ),
    timeliness: (one: Cycle) => (
      <>
        <strong>{share(one.onTimeShare)}</strong>
        {one.onTimeShare !== null && ` ${t('quality.onTime')}`}
        <small>
          {one.medianDays !== null &&
            `${t('quality.medianDays', { days: format.signed(one.medianDays) })} `}
          {t('quality.timedOf', { n: one.timed, total: one.assigned })}
        </small>
      </>
    ),
    coherence: (one: Cycle) => (
      <>
        <strong>{t('quality.withHits', { n: one.withHits, total: one.checked })}</strong>
        <small>
          {t('quality.hits', {
            errors: one.errors,
            warnings: one.warnings,
            explained: one.warningsExplained,
          })}
        </small>
      </>
    ),
    revisions: (one: Cycle) => (
      <>
        <strong>{format.number(String(one.revisions))}</strong>
        {one.revisions > 0 && (
          <small>
            {t('quality.revised', { cells: one.revisedCells, size: share(one.medianRevision) })}
          </small>
        )}
      </>
    ),
  };
  return (
    <table className={table.facts}>
      <caption className="visually-hidden">{t('quality.factsCaption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('quality.country')}</th>
          {DIMENSIONS.map((name) => (
            <th key={name} scope="col">
              {t(`quality.dim.${name}`)}
            </th>
          ))}
          <th scope="col">{t('quality.trend')}</th>
        </tr>
      </thead>
      <tbody>
        {quality.areas.map(({ area, cycle, years }) => (
          <tr key={area.code}>
            <th scope="row">
              <LocalText of={area.name} />
              {cycle && (
                <small>
                  {t('quality.cycle', { year: cycle.year, date: format.date(cycle.dueOn) })}
                </small>
              )}
            </th>
            {DIMENSIONS.map((name) => (
              <td key={name} data-label={t(`quality.dim.${name}`)}>
                {cycle ? columns[name](cycle) : t('quality.noCycle')}
              </td>
            ))}
            <td data-label={t('quality.trend')}>
              <Sparkline
                points={years.map(({ year, reported }) => ({ year, value: String(reported) }))}
                color="var(--good-fill)"
              />
              <small>{trendOf(years, t)}</small>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Years = PublishedPart['areas'][number]['years'];

/** The number of values in the first year, in the year with most, and in the last. */
function trendOf(years: Years, t: TFunction<'about'>): string {
  const most = years.reduce<Years[number] | undefined>(
    (best, one) => (best && best.reported > one.reported ? best : one),
    undefined,
  );
  const listed = [years[0], most, years.at(-1)].filter((one) => one !== undefined);
  return [...new Set(listed)]
    .map(({ year, reported }) => t('quality.inYear', { year, n: reported }))
    .join(', ');
}
