import { project } from '@qadam/domain';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/use-format.ts';

const values = ['40', '43', '45', '48', '50'];

export function ProjectionExample() {
  const { t } = useTranslation('about');
  const format = useFormat();
  const result = project({
    direction: 'INCREASE',
    baseline: { year: 2020, value: '40' },
    target: { year: 2030, value: '70' },
    observations: values.map((value, i) => ({ year: 2020 + i, value })),
    asOf: 2024,
    decimals: 1,
  });
  const number = (value: number | null | undefined) =>
    value == null ? '–' : format.number(String(Math.round(value * 100) / 100));
  return (
    <p>
      {t('methods.projectionExample', {
        values: values.join(', '),
        required: number(result.requiredPerYear),
        actual: number(result.actualPerYear),
        central: number(result.projection?.central),
        low: number(result.projection?.low),
        high: number(result.projection?.high),
      })}
    </p>
  );
}
