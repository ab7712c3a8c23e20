import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import { useMe } from '../../desk/session.ts';
import type { WorkObservationFragment } from '../../desk/work-observation.generated.ts';
import { useFormat } from '../../ui/use-format.ts';
import { Correction } from './correction.tsx';

/** For its own ministry: a published value is opened for correction, then changed and handed in where its year is reported. */
export function Correcting({ observation }: { observation: WorkObservationFragment }) {
  const { id, area, year, indicator, state, published } = observation;
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  const me = useMe();
  if (published === null || can(me, 'CORRECT_VALUE', { area }) !== 'ALLOWED') return null;
  if (state === 'PUBLISHED') return <Correction id={id} cell={observation} />;
  if (state !== 'DRAFT' && state !== 'RETURNED') return null;
  return (
    <p>
      <Link
        to="/$lang/report/$iso3/$cycle"
        params={{ lang, iso3: area, cycle: String(year) }}
        search={{ cell: indicator }}
        preload={false}
      >
        {t('correction.goOn', { year })}
      </Link>
    </p>
  );
}
