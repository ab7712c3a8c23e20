import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/use-format.ts';
import type { FrameworkQuery } from './framework.generated.ts';
import styles from './framework.module.css';

/** Why weights, roles and parts of laws are as they are now: the newest first. */
export function MethodNotes({ notes }: { notes: FrameworkQuery['framework']['notes'] }) {
  const { t } = useTranslation('desk');
  const { date } = useFormat();
  if (notes.length === 0) return null;
  return (
    <section className={styles.action}>
      <h2>{t('framework.notes')}</h2>
      <ul>
        {notes.map(({ number, action, indicator, reason, author, createdAt }) => (
          <li key={number}>
            <strong>{t('framework.note', { number, action: action ?? indicator })}</strong> {reason}{' '}
            ({author.name}, {date(createdAt.slice(0, 10))})
          </li>
        ))}
      </ul>
    </section>
  );
}
