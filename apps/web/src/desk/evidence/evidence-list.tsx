import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/use-format.ts';
import desk from '../desk.module.css';
import { useWhen } from '../use-when.ts';
import type { EvidenceFragment } from './evidence.generated.ts';
import styles from './evidence.module.css';

/** The name of a file or link, which leads to it. */
export function EvidenceName({ of }: { of: Pick<EvidenceFragment, 'id' | 'url' | 'title'> }) {
  return of.url === null ? (
    <a href={`/evidence/${of.id}`} download>
      {of.title}
    </a>
  ) : (
    <a href={of.url} target="_blank" rel="noopener noreferrer">
      {of.title}
    </a>
  );
}

/** Files to download and links to follow, each with who added it. */
export function EvidenceList(props: {
  evidence: readonly EvidenceFragment[];
  /** What may be done with one. */
  actions: ((evidence: EvidenceFragment) => ReactNode) | undefined;
}) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const when = useWhen();
  if (props.evidence.length === 0) return <p className={desk.soft}>{t('evidence.none')}</p>;
  return (
    <ul className={styles.list}>
      {props.evidence.map((one) => (
        <li key={one.id}>
          <EvidenceName of={one} />
          <span className={desk.soft}>
            {one.size !== null &&
              `${t('evidence.size', { size: format.number(String(Math.ceil(one.size / 1024))) })} · `}
            {t('evidence.by', { name: one.addedBy.name, time: when(one.addedAt) })} ·{' '}
            {t(one.public ? 'evidence.public' : 'evidence.private')}
          </span>
          {props.actions?.(one)}
        </li>
      ))}
    </ul>
  );
}
