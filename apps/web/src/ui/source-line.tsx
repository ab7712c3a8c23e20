import { useTranslation } from 'react-i18next';
import type { SourceFragment } from './facts.generated.ts';
import { LicenceName } from './licence-name.tsx';
import styles from './source-line.module.css';
import { SourceTitle } from './source-link.tsx';

/** Where figures come from: every source with its name, link and licence. */
export function SourceLine({ sources }: { sources: readonly SourceFragment[] }) {
  const { t } = useTranslation();
  if (sources.length === 0) return null;
  return (
    <ul className={styles.sources} aria-label={t('sources.label')}>
      {sources.map((source) => (
        <li key={source.id}>
          {source.publisher}
          {': '}
          <SourceTitle of={source} />
          {' · '}
          <span className={styles.licence}>
            <LicenceName of={source.licence} />
          </span>
        </li>
      ))}
    </ul>
  );
}
