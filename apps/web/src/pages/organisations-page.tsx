import { useAreaNames } from '../desk/area-names.ts';
import { OrganisationList } from '../features/organisations/organisation-list.tsx';
import { guarded } from './guarded.tsx';

export const OrganisationsPage = guarded('READ_ADMINISTRATION', () => (
  <OrganisationList areas={useAreaNames()} />
));
