import { ConfirmationDesk } from '../features/users/confirmation-desk.tsx';
import { guarded } from './guarded.tsx';

export const ConfirmationsPage = guarded('READ_CONFIRMATIONS', ConfirmationDesk);
