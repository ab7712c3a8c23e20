import { useTranslation } from 'react-i18next';
import { SHEET_KEYS, type SheetKey } from '@qadam/domain';

const isSheetKey = (key: string): key is SheetKey => SHEET_KEYS.some((one) => one === key);

/** What a text is, from the path that names it in its object. */
export function useTextName(): (path: string) => string {
  const { t } = useTranslation(['desk', 'public']);
  return (path) => {
    const [kind = '', first = '', second = ''] = path.split('/');
    if (kind === 'sheet') return isSheetKey(first) ? t(`public:indicator.sheet.${first}`) : first;
    switch (kind) {
      case 'title':
        return t('desk:framework.titleField');
      case 'quote':
        return t('desk:framework.quote');
      case 'reading':
        return t('desk:framework.reading');
      case 'name':
        return t('desk:framework.name');
      case 'definition':
        return t('public:indicator.sheet.definition');
      case 'unitText':
        return t('public:indicator.sheet.unit');
      case 'stages':
        return t('desk:framework.stage', { n: first });
      case 'element':
        return `${t('desk:framework.element', { code: first })}: ${
          second === 'name' ? t('desk:framework.name') : t('public:indicator.sheet.definition')
        }`;
      case 'benchmark':
        return `${t('desk:framework.benchmark', { id: first })}: ${
          second === 'label' ? t('desk:framework.label') : t('desk:framework.citation')
        }`;
      case 'break':
        return t('desk:framework.break', { area: first, year: second });
      default:
        return t('desk:translations.category', { code: second });
    }
  };
}
