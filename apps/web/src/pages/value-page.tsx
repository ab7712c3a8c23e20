import { useQuery } from '@apollo/client/react';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { NotFound } from '../app/not-found.tsx';
import desk from '../desk/desk.module.css';
import { FailedToLoad } from '../desk/failed-to-load.tsx';
import { reloading } from '../desk/reloading.ts';
import { RequireRole } from '../desk/require-role.tsx';
import { errorCode } from '../desk/work-client.ts';
import { WorkObservationDocument } from '../desk/work-observation.generated.ts';
import { useAreaNames } from '../features/observations/use-area-names.ts';
import { OneValue } from '../features/reviews/one-value.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { useFormat } from '../ui/use-format.ts';

/** One value of the working side, whatever its state: what is said of it, by whom, and what else is said. */
export function ValuePage() {
  return (
    <RequireRole operation="READ_WORK" area="OWN">
      <Value />
    </RequireRole>
  );
}

function Value() {
  const { id } = useParams({ from: '/$lang/desk/values/$id' });
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  const areaNames = useAreaNames();
  const { data, error, refetch } = useQuery(WorkObservationDocument, { variables: { id, lang } });
  const reload = reloading(refetch);
  if (errorCode(error) === 'NOT_FOUND') return <NotFound />;
  if (error) return <FailedToLoad error={error} retry={() => void reload()} />;
  if (!data) return <PageSkeleton />;
  const { workObservation } = data;
  if (!workObservation) return <NotFound />;
  const { area, indicator } = workObservation;
  return (
    <div className={desk.stack}>
      <p>
        <Link to="/$lang/targets" params={{ lang }} search={{ i: indicator }} preload={false}>
          {t('value.targets', { indicator })}
        </Link>
      </p>
      <OneValue observation={workObservation} name={areaNames.get(area) ?? area} reload={reload} />
    </div>
  );
}
