import { OutboxDesk } from '../features/notifications/outbox-desk.tsx';
import { guarded } from './guarded.tsx';

export const OutboxPage = guarded('READ_OUTBOX', OutboxDesk);
