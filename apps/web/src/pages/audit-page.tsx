import { RequireRole } from '../desk/require-role.tsx';
import { useAreas } from '../desk/use-areas.ts';
import { AuditDesk } from '../features/audit/audit-desk.tsx';
import { useOrganisationNames } from '../features/organisations/use-organisations.ts';

export function AuditPage() {
  return (
    <RequireRole operation="READ_AUDIT">
      <Desk />
    </RequireRole>
  );
}

function Desk() {
  return <AuditDesk areas={useAreas()} organisations={useOrganisationNames()} />;
}
