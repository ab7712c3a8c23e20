import { useTranslation } from 'react-i18next';
import desk from './desk.module.css';
import { useWhen } from './use-when.ts';

/** Above what this browser kept, of when it is. */
export function AsOf({ at }: { at: number }) {
  const { t } = useTranslation('desk');
  const when = useWhen()(new Date(at).toISOString());
  return (
    <p role="status" className={desk.notice} data-tone="late">
      {t('connection.asOf', { when })}
    </p>
  );
}
