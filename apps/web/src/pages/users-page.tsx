import { RequireRole } from '../desk/require-role.tsx';
import { useAreas } from '../desk/use-areas.ts';
import { useOrganisationNames } from '../features/organisations/use-organisations.ts';
import { UserList } from '../features/users/user-list.tsx';

export function UsersPage() {
  return (
    <RequireRole operation="READ_ADMINISTRATION">
      <Desk />
    </RequireRole>
  );
}

function Desk() {
  const areas = useAreas();
  const organisations = useOrganisationNames();
  return <UserList memberships={{ areas, organisations }} />;
}
