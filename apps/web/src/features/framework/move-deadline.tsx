import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../../desk/confirm.tsx';
import { PartFailed } from '../../desk/part-failed.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { useFormat } from '../../ui/use-format.ts';
import {
  CycleConsequencesDocument,
  type CycleConsequencesQuery,
  type ReportingCycleFragment,
} from './cycle-desk.generated.ts';

type Calendar = Pick<ReportingCycleFragment, 'year' | 'opensOn' | 'dueOn' | 'closesOn' | 'closed'>;
type Consequence = CycleConsequencesQuery['cycleConsequences'][number];

/** Asks before the dates of a cycle move for everybody: what that means for each country, and how many people get a mail. */
export function MoveDeadline(props: {
  before: Calendar;
  calendar: Calendar;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('desk');
  const { lang } = useFormat();
  const { year, opensOn, dueOn, closesOn, closed } = props.calendar;
  const calendar = { year, opensOn, dueOn, closesOn, closed };
  const { data, error, refetch } = useQuery(CycleConsequencesDocument, {
    variables: { calendar, lang },
    fetchPolicy: 'network-only',
  });
  const found = data?.cycleConsequences ?? [];
  const hasOtherDays = dueOn !== props.before.dueOn || closesOn !== props.before.closesOn;
  const people = found.reduce((sum, one) => sum + one.people, 0);
  return (
    <Confirm
      title={t('framework.move.title', { year })}
      yes={t('framework.move.confirm')}
      no={t('framework.move.cancel')}
      disabled={!data}
      onYes={props.onConfirm}
      onClose={props.onClose}
    >
      {error && <PartFailed error={error} retry={refetch} />}
      {!data && !error && <PageSkeleton />}
      {data && (
        <>
          <ul>
            {found.map((one) => (
              <li key={one.area}>
                <strong lang={one.areaName.lang}>{one.areaName.text}</strong>:{' '}
                {t(`framework.move.${becomes(one, hasOtherDays)}`)}
                {one.owed > 0 && ` · ${t('framework.move.owed', { count: one.owed })}`}
              </li>
            ))}
          </ul>
          <p>{t('framework.move.people', { count: people })}</p>
        </>
      )}
    </Confirm>
  );
}

/** The text for what the new dates mean for a country, by its state before and after. */
function becomes({ before, after }: Consequence, hasOtherDays: boolean) {
  if (before === after) return hasOtherDays && after !== 'OVER' ? 'moved' : 'same';
  if (before === 'OVER' && after === 'OPEN') return 'REOPENED';
  if (before === 'OVER' && after === 'OVERDUE') return 'REOPENED_OVERDUE';
  return before === 'OVERDUE' && after === 'OPEN' ? 'IN_TIME' : after;
}
