import { assessIndicator, comparators } from '@qadam/domain';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { Table } from '../../ui/table.tsx';

const plan = { direction: 'INCREASE', baselineYear: 2020, targetYear: 2030 } as const;
/** Invented facts, all read at half time. */
const cases = [
  { baselineValue: '1', targetValue: '100', latestValue: '10' },
  { baselineValue: '40', targetValue: '80', latestValue: '59' },
  { baselineValue: '0', targetValue: '50', latestValue: '20' },
  { baselineValue: '40', targetValue: '80', latestValue: '38' },
] as const;
const latestYear = 2025;

/** The same facts under other bodies' published formulas, worked by the same library. */
export function ComparatorsExample() {
  const { t } = useTranslation(['about', 'public']);
  const format = useFormat();
  return (
    <Table
      caption={t('methods.comparatorsCaption')}
      head={[
        t('methods.facts'),
        t('public:site.name'),
        t('methods.after', { body: 'Eurostat' }),
        t('methods.after', { body: 'UNSD' }),
        t('methods.after', { body: 'ESCAP' }),
        t('methods.after', { body: 'SDSN' }),
      ]}
      rows={cases.map((facts) => {
        const said = comparators({ ...plan, ...facts, latestYear });
        const own = assessIndicator({
          ...plan,
          baselineValue: facts.baselineValue,
          targetValue: facts.targetValue,
          observations: [{ year: latestYear, value: facts.latestValue }],
          asOf: latestYear,
        });
        return [
          t('methods.factsOf', {
            baseline: format.number(facts.baselineValue),
            latest: format.number(facts.latestValue),
            target: format.number(facts.targetValue),
          }),
          <StatusBadge key="own" status={own.status} />,
          t(`comparator.eurostat.${said.eurostat}`),
          t(`comparator.unsd.${said.unsd}`),
          t(`comparator.escap.${said.escap}`),
          t(`comparator.sdsn.${said.sdsn}`),
        ];
      })}
    />
  );
}
