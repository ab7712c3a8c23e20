import { RequireRole } from '../desk/require-role.tsx';
import { OutboxDesk } from '../features/notifications/outbox-desk.tsx';

export function OutboxPage() {
  return (
    <RequireRole operation="READ_OUTBOX">
      <OutboxDesk />
    </RequireRole>
  );
}
