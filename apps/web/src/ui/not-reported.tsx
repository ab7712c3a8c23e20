import { useTranslation } from 'react-i18next';

/** A gap in words. Empty is not zero. */
export function NotReported() {
  const { t } = useTranslation();
  return <span className="soft">{t('figure.notReported')}</span>;
}
