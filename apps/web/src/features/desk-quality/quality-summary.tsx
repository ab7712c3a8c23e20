import { useTranslation } from 'react-i18next';
import { dec, decimalText } from '@qadam/domain';
import table from '../../ui/facts-table.module.css';
import { LocalText } from '../../ui/local-text.tsx';
import { useFormat } from '../../ui/use-format.ts';
import type { QualityArea } from './quality.types.ts';

/** The four facts about each area, each with the number it is counted from. No composite score, no ranking. */
export function QualitySummary({ areas }: { areas: readonly QualityArea[] }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const share = (value: string | null) =>
    value === null ? '–' : format.percent(decimalText(dec(value).times(100)), 0);
  return (
    <table className={table.facts}>
      <caption className="visually-hidden">{t('quality.summary')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('quality.area')}</th>
          <th scope="col">{t('quality.completeness')}</th>
          <th scope="col">{t('quality.timeliness')}</th>
          <th scope="col">{t('quality.coherence')}</th>
          <th scope="col">{t('quality.revisions')}</th>
        </tr>
      </thead>
      <tbody>
        {areas.map((one) => (
          <tr key={one.area}>
            <th scope="row">
              <LocalText of={one.areaName} />
              <small>{t('due.on', { date: format.date(one.dueOn) })}</small>
            </th>
            <td data-label={t('quality.completeness')}>
              <strong>{share(one.reportedShare)}</strong>{' '}
              {t('quality.reportedOf', { n: one.reported, total: one.assigned })}
              <small>
                {t('quality.rest', {
                  explained: one.explained,
                  overdue: one.overdue,
                  notDue: one.notDue,
                })}
              </small>
            </td>
            <td data-label={t('quality.timeliness')}>
              <strong>{share(one.onTimeShare)}</strong> {t('quality.onTime')}
              <small>
                {one.medianDays !== null &&
                  `${t('quality.medianDays', { days: format.signed(one.medianDays) })} `}
                {t('quality.timedOf', { n: one.timed, total: one.assigned })}
              </small>
            </td>
            <td data-label={t('quality.coherence')}>
              <strong>{t('quality.withHits', { n: one.withHits, total: one.checked })}</strong>
              <small>
                {t('quality.hits', {
                  errors: one.errors,
                  warnings: one.warnings,
                  explained: one.warningsExplained,
                })}
              </small>
            </td>
            <td data-label={t('quality.revisions')}>
              <strong>{format.number(String(one.revisions))}</strong>
              {one.revisions > 0 && (
                <small>
                  {t('quality.revised', {
                    cells: one.revisedCells,
                    size: share(one.medianRevision),
                  })}
                </small>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
