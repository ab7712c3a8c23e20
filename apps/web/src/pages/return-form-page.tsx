import { skipToken, useQuery } from '@apollo/client/react';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { AsOf } from '../desk/as-of.tsx';
import { FailedToLoad } from '../desk/failed-to-load.tsx';
import { useKeptPage } from '../desk/kept-page.ts';
import { useLastRead } from '../desk/last-reads.ts';
import { PartFailed } from '../desk/part-failed.tsx';
import { RequireRole } from '../desk/require-role.tsx';
import { useMe, useSession } from '../desk/session.ts';
import { filterOf, type Filter } from '../features/observations/filter.ts';
import { asLastSaved, formName } from '../features/observations/kept-return.ts';
import { ReturnForm } from '../features/observations/return-form.tsx';
import type { FormCellFragment } from '../features/observations/form-cell.generated.ts';
import {
  ReturnFormDocument,
  type ReturnFormFragment,
} from '../features/observations/return-form.generated.ts';
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
  const me = useMe();
  const { offline } = useSession();
  const titles = useActionTitles();
  const known = useLastRead(me.id, 'actions', titles.size > 0 ? titles : undefined);
  const isYear = Number.isInteger(cycle);
  const { data, error, refetch } = useQuery(
    ReturnFormDocument,
    // once loaded, the EntryStore keeps the cells: the cache must not bring back those from before a save
    isYear && !offline ? { variables: { area, cycle, lang }, fetchPolicy: 'no-cache' } : skipToken,
  );
  const answer = data?.returnForm ?? undefined;
  const last = useLastRead<ReturnFormFragment, FormCellFragment>(
    me.id,
    formName({ area, cycle }),
    answer,
  );
  const kept = useMemo(() => last && asLastSaved(last), [last]);
  const form = answer ?? kept;
  useKeptPage(lang, answer !== undefined && me.role === 'REPORTER');
  if (error && !form) return <FailedToLoad error={error} retry={refetch} />;
  if (offline && last === null) return <FailedToLoad retry={() => window.location.reload()} />;
  if (!data && !form && isYear) return <PageSkeleton />;
  if (!form) return <Message title={t('form.none')} text={t('form.noneText')} />;
  return (
    <>
      {error && <PartFailed error={error} retry={refetch} />}
      <ReturnForm
        form={form}
        filter={filter}
        actionTitles={titles.size > 0 ? titles : (known?.of ?? titles)}
        notice={!answer && last && <AsOf at={last.at} />}
      />
    </>
  );
}
