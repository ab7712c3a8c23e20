import { skipToken, useQuery } from '@apollo/client/react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FailedToLoad } from '../desk/failed-to-load.tsx';
import { PartFailed } from '../desk/part-failed.tsx';
import { RequireRole } from '../desk/require-role.tsx';
import { filterOf, type Filter } from '../features/observations/filter.ts';
import { ReturnForm } from '../features/observations/return-form.tsx';
import { ReturnFormDocument } from '../features/observations/return-form.generated.ts';
import { useActionTitles } from '../app/use-action-titles.ts';
import { Message } from '../ui/message.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { useFormat } from '../ui/use-format.ts';

const route = getRouteApi('/$lang/desk/report/$iso3/$cycle');

export function ReturnFormPage() {
  const { iso3, cycle } = route.useParams();
  const search = route.useSearch();
  return (
    <RequireRole operation="READ_WORK" area={iso3}>
      <Form key={`${iso3} ${cycle}`} area={iso3} cycle={Number(cycle)} filter={filterOf(search)} />
    </RequireRole>
  );
}

function Form({ area, cycle, filter }: { area: string; cycle: number; filter: Filter }) {
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  const actionTitles = useActionTitles();
  const isYear = Number.isInteger(cycle);
  const { data, error, refetch } = useQuery(
    ReturnFormDocument,
    // once loaded, the cells are the entry book's: the cache must not bring back those of before a save
    isYear ? { variables: { area, cycle, lang }, fetchPolicy: 'no-cache' } : skipToken,
  );
  if (error && !data) return <FailedToLoad error={error} retry={refetch} />;
  if (!data && isYear) return <PageSkeleton />;
  if (!data?.returnForm) return <Message title={t('form.none')} text={t('form.noneText')} />;
  return (
    <>
      {error && <PartFailed error={error} retry={refetch} />}
      <ReturnForm form={data.returnForm} filter={filter} actionTitles={actionTitles} />
    </>
  );
}
