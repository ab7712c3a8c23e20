import { TranslationDesk } from '../features/translations/translation-desk.tsx';
import { guarded } from './guarded.tsx';

export const TranslationsPage = guarded('READ_ADMINISTRATION', TranslationDesk);
