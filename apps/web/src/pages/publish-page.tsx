import { ReleaseNav } from '../desk/release-nav.tsx';
import { RequireRole } from '../desk/require-role.tsx';
import { useAreaNames } from '../features/observations/use-area-names.ts';
import { PublishDesk } from '../features/releases/publish-desk.tsx';

export function PublishPage() {
  return (
    <RequireRole operation="PREVIEW_RELEASE">
      <Desk />
    </RequireRole>
  );
}

function Desk() {
  return (
    <>
      <ReleaseNav />
      <PublishDesk areaNames={useAreaNames()} />
    </>
  );
}
