import { RequireRole } from '../desk/require-role.tsx';
import { useAreas } from '../desk/use-areas.ts';
import { HelpLineDesk } from '../features/help-lines/help-line-desk.tsx';

export function HelpLinesPage() {
  return (
    <RequireRole operation="READ_ADMINISTRATION">
      <Desk />
    </RequireRole>
  );
}

function Desk() {
  return <HelpLineDesk areas={useAreas()} />;
}
