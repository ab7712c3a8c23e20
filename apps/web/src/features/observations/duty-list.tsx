import { useQuery } from '@apollo/client/react';
import { Progress } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answered } from '../../desk/answered.tsx';
import desk from '../../desk/desk.module.css';
import { useDaysLeft } from '../../desk/use-days-left.ts';
import { LocalText } from '../../ui/local-text.tsx';
import { useFormat } from '../../ui/use-format.ts';
import type { DutiesQuery } from './duties.generated.ts';
import styles from './duty-list.module.css';
import type { EntryFilter } from './filter.ts';
import { PublishedYearsDocument } from './published-years.generated.ts';

/** What a ministry owes: one row for each country and year, those with questions or returned values first, with a link to each thing owed. */
export function DutyList({ duties }: { duties: DutiesQuery['duties'] }) {
  const { t } = useTranslation('desk');
  const { lang, number } = useFormat();
  const waits = ({ returned, asked }: (typeof duties)[number]) => Number(returned + asked > 0);
  const sorted = duties.toSorted((a, b) => waits(b) - waits(a));
  return (
    <ul className={styles.duties}>
      {sorted.map((duty) => (
        <li key={`${duty.area} ${duty.cycle}`}>
          <h2>
            <Link
              to="/$lang/report/$iso3/$cycle"
              params={{ lang, iso3: duty.area, cycle: String(duty.cycle) }}
            >
              <LocalText of={duty.areaName} />, {duty.cycle}
            </Link>
          </h2>
          <div>
            <DueDate dueOn={duty.dueOn} daysLeft={duty.daysLeft} />
            <Progress
              value={duty.assigned === 0 ? 0 : (duty.filled * 100) / duty.assigned}
              aria-label={t('form.filledLabel')}
              color="var(--good-fill)"
            />
          </div>
          <ul className={styles.owed}>
            {(['returned', 'asked'] as const).map(
              (name) =>
                duty[name] > 0 && (
                  <li key={name} data-waits="">
                    <OwedLink duty={duty} only={name}>
                      {t(name === 'returned' ? 'duties.answer' : 'duties.asked', {
                        count: duty[name],
                      })}
                    </OwedLink>
                  </li>
                ),
            )}
            {duty.mine > 0 && (
              <li>
                <OwedLink duty={duty} only="mine">
                  {[
                    t('duties.yours', { count: duty.mine }),
                    ...(duty.mineMissing > 0
                      ? [t('duties.yoursLeft', { count: duty.mineMissing })]
                      : []),
                  ].join(' ')}
                </OwedLink>
              </li>
            )}
            {duty.filled < duty.assigned && (
              <li>
                <OwedLink duty={duty} only="missing">
                  {t('duties.missing', { count: duty.assigned - duty.filled })}
                </OwedLink>
              </li>
            )}
          </ul>
          <dl className={desk.facts}>
            {(['filled', 'submitted', 'approved'] as const).map((name) => (
              <div key={name}>
                <dt>{t(`duties.${name}`)}</dt>
                <dd>
                  {t('duties.of', {
                    n: number(String(duty[name])),
                    total: number(String(duty.assigned)),
                  })}
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

/** The link to what is owed of one kind; the return it opens shows exactly as many cells as the number here. */
function OwedLink(props: {
  duty: DutiesQuery['duties'][number];
  only: EntryFilter;
  children: string;
}) {
  const { duty, only, children } = props;
  const { lang } = useFormat();
  return (
    <Link
      to="/$lang/report/$iso3/$cycle"
      params={{ lang, iso3: duty.area, cycle: String(duty.cycle) }}
      search={{ only }}
    >
      {children}
    </Link>
  );
}

/** The links to all published values of a country, so that they can be corrected; values that are being corrected come first. */
export function PublishedYears({ area }: { area: string }) {
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  const { data, notice } = answered(
    useQuery(PublishedYearsDocument, { variables: { area } }),
    'part',
  );
  const years = data?.publishedYears ?? [];
  if (years.length === 0) return notice;
  const touched = (one: (typeof years)[number]) => one.correcting + one.submitted > 0;
  return (
    <section aria-labelledby="published-years" className={desk.stack}>
      <h2 id="published-years">{t('correction.title')}</h2>
      <p>{t('correction.text')}</p>
      {notice}
      <ul className={styles.years}>
        {years
          .toSorted((a, b) => Number(touched(b)) - Number(touched(a)))
          .map((one) => (
            <li key={one.year} className={desk.card} data-touched={touched(one) || undefined}>
              <Link
                to="/$lang/report/$iso3/$cycle"
                params={{ lang, iso3: area, cycle: String(one.year) }}
                preload={false}
              >
                {one.year}
              </Link>
              <span className={desk.soft}>{t('correction.values', { count: one.published })}</span>
              {one.correcting > 0 && (
                <strong>{t('correction.underWay', { count: one.correcting })}</strong>
              )}
              {one.submitted > 0 && (
                <strong>{t('correction.submitted', { count: one.submitted })}</strong>
              )}
            </li>
          ))}
      </ul>
    </section>
  );
}

/** The due date, and how many days are left by the calendar of the country. */
export function DueDate({ dueOn, daysLeft }: { dueOn: string; daysLeft: number }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const left = useDaysLeft();
  return (
    <p>
      {t('due.on', { date: format.date(dueOn) })}{' '}
      <strong className={daysLeft < 0 ? desk.error : undefined}>({left(daysLeft)})</strong>
    </p>
  );
}
