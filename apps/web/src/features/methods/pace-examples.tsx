import { assessIndicator } from '@qadam/domain';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { Table } from '../../ui/table.tsx';

const plan = {
  direction: 'INCREASE',
  baselineValue: '120',
  baselineYear: 2022,
  targetValue: '600',
  targetYear: 2030,
} as const;
const latest = ['360', '312', '180', '96'] as const;

/** Worked by the function that assesses every published figure, so that the page cannot say anything else than the code does. */
export function PaceExamples() {
  const { t } = useTranslation(['about', 'public']);
  const format = useFormat();
  return (
    <Table
      caption={t('methods.paceCaption')}
      head={[
        t('methods.valueIn2026'),
        t('methods.way'),
        t('methods.due'),
        t('methods.pace'),
        t('public:series.status'),
      ]}
      rows={latest.map((value) => {
        const result = assessIndicator({
          ...plan,
          observations: [{ year: 2026, value }],
          asOf: 2026,
        });
        const share = (part: number | null) =>
          part === null ? '' : format.percent(String(Math.round(part * 1000) / 10));
        return [
          format.number(value),
          share(result.progress),
          share(result.expectedShare),
          result.pace === null ? '' : format.number(String(result.pace)),
          result.status !== 'BY_LEVEL' && <StatusBadge key="status" status={result.status} />,
        ];
      })}
    />
  );
}
