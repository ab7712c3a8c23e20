import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/use-format.ts';

/** 412 kB, 1.3 MB: in thousands, as the file managers of most systems count. */
export function useFileSize(): (bytes: number) => string {
  const { t } = useTranslation('about');
  const format = useFormat();
  return (bytes) =>
    bytes < 1_000_000
      ? t('data.kilobytes', {
          size: format.number(String(Math.max(1, Math.round(bytes / 1000))), 0),
        })
      : t('data.megabytes', { size: format.number((bytes / 1_000_000).toFixed(1), 1) });
}
