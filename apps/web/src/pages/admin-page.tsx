import { RequireRole } from '../desk/require-role.tsx';
import { HealthDesk } from '../features/health/health-desk.tsx';

export function AdminPage() {
  return (
    <RequireRole operation="READ_ADMINISTRATION">
      <HealthDesk />
    </RequireRole>
  );
}
