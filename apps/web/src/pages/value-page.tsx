import { useQuery } from '@apollo/client/react';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import { NotFound } from '../app/not-found.tsx';
import { answered } from '../desk/answered.tsx';
import { useReportingAreaNames } from '../desk/area-names.ts';
import desk from '../desk/desk.module.css';
import { useMe } from '../desk/session.ts';
import { errorCode } from '../desk/refusal.ts';
import { WorkObservationDocument } from '../desk/work-observation.generated.ts';
import { Correcting } from '../features/observations/correction.tsx';
import { OneValue } from '../features/reviews/one-value.tsx';
import { useFormat } from '../ui/use-format.ts';
import { PageLink } from '../ui/page-link.tsx';
import { guarded } from './guarded.tsx';

/** One value of the working side, in any state: its revisions, its messages with their authors, and other values for the same cell. */
export const ValuePage = guarded('READ_WORK', Value, 'OWN');

function Value() {
  const { id } = useParams({ from: '/$lang/desk/values/$id' });
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  const me = useMe();
  const areaNames = useReportingAreaNames();
  const { data, error, instead, notice } = answered(
    useQuery(WorkObservationDocument, { variables: { id, lang } }),
  );
  if (errorCode(error) === 'NOT_FOUND') return <NotFound />;
  if (!data) return instead;
  const { workObservation } = data;
  if (!workObservation) return <NotFound />;
  const { area } = workObservation;
  const name = areaNames.get(area) ?? area;
  return (
    <div className={desk.stack}>
      {can(me, 'READ_QUALITY', { area }) === 'ALLOWED' && (
        <p>
          <PageLink to="/$lang/review/quality" search={{ c: area }} preload={false}>
            {t('value.quality', { name })}
          </PageLink>
        </p>
      )}
      {notice}
      <Correcting observation={workObservation} />
      <OneValue observation={workObservation} name={name} />
    </div>
  );
}
