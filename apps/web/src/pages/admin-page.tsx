import { HealthDesk } from '../features/health/health-desk.tsx';
import { guarded } from './guarded.tsx';

export const AdminPage = guarded('READ_ADMINISTRATION', HealthDesk);
