import { RequireRole } from '../desk/require-role.tsx';
import { useAreas } from '../desk/use-areas.ts';
import { OrganisationList } from '../features/organisations/organisation-list.tsx';

export function OrganisationsPage() {
  return (
    <RequireRole operation="READ_ADMINISTRATION">
      <Desk />
    </RequireRole>
  );
}

function Desk() {
  return <OrganisationList areas={useAreas()} />;
}
