import { benchmarkGap } from '@qadam/domain';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/use-format.ts';

const population = '7073522';
const reported = '205';

export function BenchmarkExample() {
  const { t } = useTranslation('about');
  const format = useFormat();
  const gap = benchmarkGap({
    benchmark: { value: 1, per: 10_000 },
    population: { value: population, year: 2023 },
    reported: { units: reported, year: 2023 },
  });
  const number = (value: number | null) => (value === null ? '–' : format.number(String(value)));
  return (
    <p>
      {t('methods.benchmarkExample', {
        population: format.number(population),
        needed: number(gap.needed),
        reported: format.number(reported),
        short: number(gap.shortBy),
      })}
    </p>
  );
}
