import { useTranslation } from 'react-i18next';

/** A link to what those who held the meeting published about it. */
export function MeetingSource() {
  const { t } = useTranslation();
  return (
    <a
      href="https://www.spotlightinitiative.org/press/study-architecture-response-gbv-central-asian-countries-informs-development-set-priority"
      rel="noreferrer"
    >
      {t('chart.source', { list: 'Spotlight Initiative / UNDP' })}
    </a>
  );
}
