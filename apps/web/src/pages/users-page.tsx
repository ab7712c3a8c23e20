import { useAreaNames } from '../desk/area-names.ts';
import { useOrganisationNames } from '../features/organisations/use-organisations.ts';
import { UserList } from '../features/users/user-list.tsx';
import { guarded } from './guarded.tsx';

export const UsersPage = guarded('READ_ADMINISTRATION', () => (
  <UserList memberships={{ areas: useAreaNames(), organisations: useOrganisationNames() }} />
));
