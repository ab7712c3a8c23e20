import { assessLevel, SINCE_YEAR } from '@qadam/domain';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/use-format.ts';

/** Invented facts: one part in force, one a draft, of two nothing is known. */
export function LawExample() {
  const { t } = useTranslation('about');
  const format = useFormat();
  const { level, low, high } = assessLevel({
    kind: 'MILESTONE',
    asOf: 2025,
    since: SINCE_YEAR,
    elements: [
      { code: '1', facts: [{ date: '2021', stage: 4, basis: 'OFFICIAL' }] },
      { code: '2', facts: [{ date: '2024', stage: 2, basis: 'OFFICIAL' }] },
      { code: '3', facts: [] },
      { code: '4', facts: [] },
    ],
  });
  const share = (part: number | null) =>
    part === null ? '' : format.percent(String(Math.round(part * 100)));
  return (
    <p>{t('methods.lawExample', { level: share(level), low: share(low), high: share(high) })}</p>
  );
}
