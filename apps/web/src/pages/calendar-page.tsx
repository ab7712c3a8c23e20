import { DeadlineList } from '../features/notifications/deadline-list.tsx';
import { guarded } from './guarded.tsx';

export const CalendarPage = guarded('READ_WORK', DeadlineList, 'OWN');
