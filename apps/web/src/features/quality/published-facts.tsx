import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import table from '../../ui/facts-table.module.css';
import { LocalText } from '../../ui/local-text.tsx';
import { DIMENSIONS, QualityFact } from '../../ui/quality-fact.tsx';
import { Sparkline } from '../../ui/sparkline.tsx';
import { useFormat } from '../../ui/use-format.ts';
import type { PublishedPart } from './published-state.ts';

/**
 * Four facts about each country in the newest reporting year, each with the number it is counted from; and how many
 * values there are for each year.
 */
export function PublishedFacts({ quality }: { quality: PublishedPart }) {
  const { t } = useTranslation('about');
  const format = useFormat();
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
                {cycle ? <QualityFact of={cycle} dimension={name} /> : t('quality.noCycle')}
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
