import { useTranslation } from 'react-i18next';
import { CONTEXT } from './group-by-action.ts';

/** What stands above the rows of an action, or of those that belong to none. */
export function useSectionName(
  actionTitles: ReadonlyMap<string, string>,
): (section: string) => string {
  const { t } = useTranslation();
  return (section) =>
    section === CONTEXT ? t('country.context') : `${section} ${actionTitles.get(section) ?? ''}`;
}
