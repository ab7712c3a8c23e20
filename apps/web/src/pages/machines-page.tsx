import { Stack } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAreaNames } from '../desk/area-names.ts';
import { SelectField } from '../desk/select-field.tsx';
import { useMe } from '../desk/session.ts';
import { TokenList } from '../features/machines/token-list.tsx';
import { WebhookList } from '../features/machines/webhook-list.tsx';
import { guarded } from './guarded.tsx';

const route = getRouteApi('/$lang/desk/machines');

/** What a country's own systems send to the site, and the messages they get from it. */
export const MachinesPage = guarded('READ_TOKENS', Machines, 'OWN');

function Machines() {
  const { t } = useTranslation('desk');
  const me = useMe();
  return (
    <Stack gap="lg">
      <h1>{t('machines.title')}</h1>
      <p>{t('machines.text')}</p>
      {me.area ? <OfArea area={me.area} /> : <Choose />}
    </Stack>
  );
}

/** An administrator has no country, and chooses one. */
function Choose() {
  const { t } = useTranslation('desk');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const areas = [...useAreaNames()];
  const area = search['area'] ?? areas[0]?.[0];
  if (area === undefined) return null;
  return (
    <>
      <SelectField
        label={t('machines.area')}
        value={area}
        options={areas}
        onChange={(code) => void navigate({ search: { area: code } })}
      />
      <OfArea key={area} area={area} />
    </>
  );
}

function OfArea({ area }: { area: string }) {
  return (
    <>
      <TokenList area={area} />
      <WebhookList area={area} />
    </>
  );
}
