import { useTranslation } from 'react-i18next';
import { LongList } from '../../ui/long-list.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { PageLink } from '../../ui/page-link.tsx';
import { NotListed } from '../../ui/not-listed.tsx';
import { ChangeList, ChangesLink, type ChangesData } from './change-list.tsx';
import styles from './change-log.module.css';
import type { ActionLogQuery } from './changes.generated.ts';

type Told = NonNullable<ActionLogQuery['changeLog']>[number];

/** `unlisted` is null if some changes are not listed, but not how many of them are meant. */
type Entry = Omit<Told, 'unlisted'> & { unlisted: number | null };

/** What changed, release by release, the newest first. */
export function ChangeLog(props: { log: readonly Entry[]; areas: ChangesData['areas'] }) {
  return (
    <ol className={styles.log}>
      {props.log.map((entry) => (
        <LogEntry key={entry.release.number} entry={entry} areas={props.areas} />
      ))}
    </ol>
  );
}

function LogEntry({ entry, areas }: { entry: Entry; areas: ChangesData['areas'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { release, items, unlisted, newValues, methodChanged } = entry;
  const { number, previous } = release;
  const first = previous === null;
  return (
    <li>
      <h3 className={styles.head}>
        <PageLink to="/$lang/releases/$number" params={{ number }}>
          {t('releases.one', { number })}
        </PageLink>
        <span className={styles.date}>{format.date(release.publishedAt)}</span>
      </h3>
      {(first || newValues > 0) && (
        <p className={styles.note}>
          {first && `${t('log.first')} `}
          {newValues > 0 && t('feed.newValues', { count: newValues })}
        </p>
      )}
      {!first && items.length === 0 && unlisted === 0 && newValues === 0 && !methodChanged && (
        <p className={styles.note}>{t('country.nothingChanged')}</p>
      )}
      {methodChanged && <p className={styles.note}>{t('changes.methodChanged')}</p>}
      {items.length > 0 && (
        <LongList items={items} first={5}>
          {(part) => <ChangeList items={part} areas={areas} classed />}
        </LongList>
      )}
      {previous !== null && (
        <NotListed count={unlisted}>
          <ChangesLink from={previous} to={number} />
        </NotListed>
      )}
    </li>
  );
}
