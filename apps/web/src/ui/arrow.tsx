import { useTranslation } from 'react-i18next';

/** From one value to another: an arrow to see, a word for screen readers. */
export function Arrow() {
  const { t } = useTranslation();
  return (
    <>
      <span aria-hidden="true">→</span>
      <span className="visually-hidden">{t('changes.to')}</span>
    </>
  );
}
