import { RequireRole } from '../desk/require-role.tsx';
import { TranslationDesk } from '../features/translations/translation-desk.tsx';

export function TranslationsPage() {
  return (
    <RequireRole operation="READ_ADMINISTRATION">
      <TranslationDesk />
    </RequireRole>
  );
}
