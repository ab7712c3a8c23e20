import { useAreaNames } from '../desk/area-names.ts';
import { AuditDesk } from '../features/audit/audit-desk.tsx';
import { useOrganisationNames } from '../features/organisations/use-organisations.ts';
import { guarded } from './guarded.tsx';

export const AuditPage = guarded('READ_AUDIT', () => (
  <AuditDesk areas={useAreaNames()} organisations={useOrganisationNames()} />
));
