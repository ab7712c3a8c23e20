import { ReleaseNav } from '../desk/release-nav.tsx';
import { RequireRole } from '../desk/require-role.tsx';
import { WithdrawalDesk } from '../features/withdrawals/withdrawal-desk.tsx';

export function WithdrawalsPage() {
  return (
    <RequireRole operation="READ_WITHDRAWALS">
      <ReleaseNav />
      <WithdrawalDesk />
    </RequireRole>
  );
}
