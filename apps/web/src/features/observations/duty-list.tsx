import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LocalText } from '../../ui/local-text.tsx';
import { useFormat } from '../../ui/use-format.ts';
import type { DutiesQuery } from './duties.generated.ts';
import styles from './duty-list.module.css';
import { DueDate } from './due-date.tsx';

const root = getRouteApi('__root__');

/** What is owed: one card for a country and year, those that wait for an answer first. */
export function DutyList({ duties }: { duties: DutiesQuery['duties'] }) {
  const { lang } = root.useRouteContext();
  const { t } = useTranslation('desk');
  const format = useFormat();
  const waits = ({ returned, asked }: (typeof duties)[number]) => Number(returned + asked > 0);
  const sorted = duties.toSorted((a, b) => waits(b) - waits(a));
  return (
    <ul className={styles.duties}>
      {sorted.map((duty) => {
        const facts = [
          { name: t('duties.filled'), count: duty.filled },
          { name: t('duties.submitted'), count: duty.submitted },
          { name: t('duties.returned'), count: duty.returned },
          { name: t('duties.approved'), count: duty.approved },
        ];
        return (
          <li key={`${duty.area} ${duty.cycle}`}>
            <h2>
              <Link
                to="/$lang/report/$iso3/$cycle"
                params={{ lang, iso3: duty.area, cycle: String(duty.cycle) }}
              >
                <LocalText of={duty.areaName} />, {duty.cycle}
              </Link>
            </h2>
            <DueDate dueOn={duty.dueOn} daysLeft={duty.daysLeft} />
            <dl>
              {facts.map(({ name, count }) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>
                    {t('duties.of', {
                      n: format.number(String(count)),
                      total: format.number(String(duty.assigned)),
                    })}
                  </dd>
                </div>
              ))}
            </dl>
            {duty.returned > 0 && (
              <p className={styles.returned}>{t('duties.answer', { count: duty.returned })}</p>
            )}
            {duty.asked > 0 && (
              <p className={styles.returned}>{t('duties.asked', { count: duty.asked })}</p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
