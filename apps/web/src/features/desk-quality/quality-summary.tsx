import { useTranslation } from 'react-i18next';
import table from '../../ui/facts-table.module.css';
import { LocalText } from '../../ui/local-text.tsx';
import { DIMENSIONS, QualityFact } from '../../ui/quality-fact.tsx';
import { useFormat } from '../../ui/use-format.ts';
import type { QualityArea } from './quality.types.ts';

/** The four facts about each area, each with the number it is counted from. No composite score, no ranking. */
export function QualitySummary({ areas }: { areas: readonly QualityArea[] }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  return (
    <table className={table.facts}>
      <caption className="visually-hidden">{t('quality.summary')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('quality.area')}</th>
          {DIMENSIONS.map((name) => (
            <th key={name} scope="col">
              {t(`quality.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {areas.map((one) => (
          <tr key={one.area}>
            <th scope="row">
              <LocalText of={one.areaName} />
              <small>{t('due.on', { date: format.date(one.dueOn) })}</small>
            </th>
            {DIMENSIONS.map((name) => (
              <td key={name} data-label={t(`quality.${name}`)}>
                <QualityFact of={one} dimension={name} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
