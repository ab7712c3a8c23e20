import { useTranslation } from 'react-i18next';

/** From one thing to another: an arrow to see, a word to hear. */
export function Arrow() {
  const { t } = useTranslation();
  return (
    <>
      <span aria-hidden="true">→</span>
      <span className="visually-hidden">{t('changes.to')}</span>
    </>
  );
}
