import { assessAction, coverageRange, type AssessedIndicator } from '@qadam/domain';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { useFormat } from '../../ui/use-format.ts';

type Example = AssessedIndicator & { code: string; progress: string | null };
const indicators: Example[] = [
  { code: '1', status: 'ON_TRACK', pace: '1.4', progress: '0.6' },
  { code: '2', status: 'OFF_TRACK', pace: '0.4', progress: '0.45' },
  { code: '3', status: 'NO_DATA', pace: null, progress: null },
];

export function ActionExample() {
  const { t } = useTranslation('about');
  const format = useFormat();
  const action = assessAction({ indicators });
  const { percent, assessed, total } = coverageRange({ indicators });
  const whole = (value: number | null) => (value === null ? '' : format.percent(String(value)));
  return (
    <>
      <p>
        {t('methods.actionExample', {
          score: action.score === null ? '' : format.number(String(action.score)),
        })}{' '}
        <StatusBadge status={action.status} />
      </p>
      <p>
        {t('methods.coverageExample', {
          central: whole(percent.central),
          low: whole(percent.low),
          high: whole(percent.high),
          assessed,
          total,
        })}
      </p>
    </>
  );
}
