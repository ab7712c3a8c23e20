import { InboxList } from '../features/notifications/inbox-list.tsx';
import { guarded } from './guarded.tsx';

export const InboxPage = guarded('READ_OWN_ACCOUNT', InboxList);
