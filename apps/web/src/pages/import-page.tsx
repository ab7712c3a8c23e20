import { useQuery } from '@apollo/client/react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answered } from '../desk/answered.tsx';
import { Desk } from '../desk/desk-head.tsx';
import { ChooseFile } from '../features/imports/choose-file.tsx';
import { ImportView } from '../features/imports/import-view.tsx';
import { Steps } from '../features/imports/steps.tsx';
import { DutiesDocument } from '../features/observations/duties.generated.ts';
import { useFormat } from '../ui/use-format.ts';
import { guarded } from './guarded.tsx';

const route = getRouteApi('/$lang/desk/import');

export const ImportPage = guarded('CHECK_IMPORT', Import, 'OWN');

/** The job is kept in the address, so a page that is loaded again shows the same file, whatever step it has reached. */
function Import() {
  const { t } = useTranslation('desk');
  const { job } = route.useSearch();
  const navigate = route.useNavigate();
  const open = (id: string | null) => void navigate({ search: id === null ? {} : { job: id } });
  return (
    <Desk title={t('import.title')}>
      {job === undefined ? (
        <>
          <Steps current={1} />
          <Choose onStarted={open} />
        </>
      ) : (
        <ImportView key={job} id={job} onLeave={() => open(null)} />
      )}
    </Desk>
  );
}

function Choose({ onStarted }: { onStarted: (job: string) => void }) {
  const { lang } = useFormat();
  const { data, instead, notice } = answered(
    useQuery(DutiesDocument, { variables: { lang } }),
    'part',
  );
  if (!data) return instead;
  const returns = data.duties.map(({ area, areaName, cycle }) => ({
    area,
    name: areaName.text,
    cycle,
  }));
  return (
    <>
      {notice}
      <ChooseFile returns={returns} onStarted={onStarted} />
    </>
  );
}
