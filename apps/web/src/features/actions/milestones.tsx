import { useTranslation } from 'react-i18next';
import { plannedText } from '../../ui/figure-text.ts';
import { groupBy } from '../../ui/group-by.ts';
import { IndicatorName } from '../../ui/series-table.tsx';
import { useFormat } from '../../ui/use-format.ts';
import type { ActionPageData } from './action-page.types.ts';
import styles from './milestones.module.css';

type Milestone = ActionPageData['milestones'][number];

/** What is due next: the date, the step, for whom, and who publishes the figures. Areas with the same step stand together. */
export function Milestones({ data }: { data: ActionPageData }) {
  const { t } = useTranslation();
  const { milestones, year } = data;
  if (milestones.length === 0) return <p>{t('action.nextNone', { year })}</p>;
  const same = ({ indicator, year, value, reference }: Milestone) =>
    `${String(year)} ${indicator} ${value} ${String(reference)}`;
  return (
    <ul className={styles.list}>
      {[...groupBy(milestones, same)].map(([key, steps]) => (
        <Step key={key} data={data} steps={steps} />
      ))}
    </ul>
  );
}

/** The first of them: all stand below the chart. */
const named = (bodies: readonly string[]): string =>
  bodies.length > 3 ? `${bodies.slice(0, 3).join('; ')}; …` : bodies.join('; ');

function Step({ data, steps }: { data: ActionPageData; steps: readonly Milestone[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [first] = steps;
  const entry = data.indicators.find(({ indicator }) => indicator.code === first?.indicator);
  if (!first || !entry) return null;
  const bodies = [...new Set(steps.flatMap((step) => step.bodies))];
  const nameOf = (code: string) =>
    code === 'CA4'
      ? t('scorecard.allFour')
      : (data.areas.find((area) => area.code === code)?.name.text ?? code);
  return (
    <li className={styles.step}>
      <span className={styles.when}>{t('action.nextBy', { year: first.year })}</span>
      <div>
        <p>
          <IndicatorName indicator={entry.indicator} />:{' '}
          <strong>{plannedText(t, format, entry.indicator, first.value)}</strong>
        </p>
        <p className={styles.about}>
          {[
            steps.map(({ area }) => nameOf(area)).join(', '),
            ...(first.reference ? [t('indicator.reference')] : []),
            bodies.length === 0
              ? t('action.nextSilent')
              : t('action.nextBodies', { list: named(bodies) }),
          ].join(' · ')}
        </p>
      </div>
    </li>
  );
}
