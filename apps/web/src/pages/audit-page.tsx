import { useAreas } from '../desk/use-areas.ts';
import { AuditDesk } from '../features/audit/audit-desk.tsx';
import { useOrganisationNames } from '../features/organisations/use-organisations.ts';
import { guarded } from './guarded.tsx';

export const AuditPage = guarded('READ_AUDIT', () => (
  <AuditDesk areas={useAreas()} organisations={useOrganisationNames()} />
));
