import { ReleaseNav } from '../desk/release-nav.tsx';
import { RequireRole } from '../desk/require-role.tsx';
import { AgreementDesk } from '../features/agreements/agreement-desk.tsx';
import { useAreaNames } from '../features/observations/use-area-names.ts';

export function AgreementsPage() {
  return (
    <RequireRole operation="READ_AGREEMENTS">
      <Desk />
    </RequireRole>
  );
}

function Desk() {
  return (
    <>
      <ReleaseNav />
      <AgreementDesk areaNames={useAreaNames()} />
    </>
  );
}
