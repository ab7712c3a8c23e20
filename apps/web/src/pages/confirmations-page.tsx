import { RequireRole } from '../desk/require-role.tsx';
import { ConfirmationDesk } from '../features/users/confirmation-desk.tsx';

export function ConfirmationsPage() {
  return (
    <RequireRole operation="READ_CONFIRMATIONS">
      <ConfirmationDesk />
    </RequireRole>
  );
}
