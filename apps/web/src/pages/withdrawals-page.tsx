import { ReleaseNav } from '../desk/release-nav.tsx';
import { WithdrawalDesk } from '../features/withdrawals/withdrawal-desk.tsx';
import { guarded } from './guarded.tsx';

export const WithdrawalsPage = guarded('READ_WITHDRAWALS', () => (
  <>
    <ReleaseNav />
    <WithdrawalDesk />
  </>
));
