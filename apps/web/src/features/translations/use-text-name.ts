import { useTranslation } from 'react-i18next';
import { isSheetKey } from '@qadam/domain';

/** The name of a text, from its path within its object. */
export function useTextName(): (path: string) => string {
  const { t } = useTranslation(['desk', 'public']);
  const name = t('desk:framework.name');
  const definition = t('public:indicator.sheet.definition');
  return (path) => {
    const [kind = '', first = '', second = ''] = path.split('/');
    const element = t('desk:framework.element', { code: first });
    const benchmark = t('desk:framework.benchmark', { id: first });
    const names: Partial<Record<string, string>> = {
      sheet: isSheetKey(first) ? t(`public:indicator.sheet.${first}`) : first,
      title: t('desk:framework.titleField'),
      quote: t('desk:framework.quote'),
      reading: t('desk:framework.reading'),
      name,
      definition,
      message: t('desk:framework.rules.message'),
      unitText: t('public:indicator.sheet.unit'),
      stages: t('desk:framework.stage', { n: first }),
      element: `${element}: ${second === 'name' ? name : definition}`,
      benchmark: `${benchmark}: ${t(`desk:framework.${second === 'label' ? second : 'citation'}`)}`,
      break: t('desk:framework.break', { area: first, year: second }),
    };
    return names[kind] ?? t('desk:translations.category', { code: second });
  };
}
