import { useTranslation } from 'react-i18next';
import type { SourceFragment } from '../../ui/facts.generated.ts';
import { groupBy } from '../../ui/group-by.ts';
import { LicenceName } from '../../ui/licence-name.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { SourceTitle } from '../../ui/source-link.tsx';
import styles from './source-list.module.css';

interface Use {
  source: SourceFragment;
  indicators: readonly string[];
}

/** Sources by licence, the most frequent licence first. */
export function SourceList({ uses }: { uses: readonly Use[] }) {
  const { t } = useTranslation('about');
  const groups = [...groupBy(uses, ({ source }) => source.licence)].sort(
    ([, a], [, b]) => b.length - a.length,
  );
  return groups.map(([licence, members]) => (
    <details key={licence} className={styles.group} open={members.length < 10}>
      <summary>
        <strong>
          <LicenceName of={licence} />
        </strong>{' '}
        <span className={styles.count}>{t('licences.count', { count: members.length })}</span>
      </summary>
      <ul className={styles.sources}>
        {members.map((use) => (
          <SourceItem key={use.source.id} use={use} />
        ))}
      </ul>
    </details>
  ));
}

function SourceItem({ use: { source, indicators } }: { use: Use }) {
  const { t } = useTranslation('about');
  return (
    <li>
      {source.publisher}
      {': '}
      <SourceTitle of={source} />
      {indicators.length > 0 && (
        <span className={styles.used}>
          {t('licences.usedFor')}
          {indicators.map((code) => (
            <PageLink key={code} to="/$lang/indicators/$code" params={{ code }} preload={false}>
              {code}
            </PageLink>
          ))}
        </span>
      )}
    </li>
  );
}
