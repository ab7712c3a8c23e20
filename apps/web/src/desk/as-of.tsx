import { useTranslation } from 'react-i18next';
import desk from './desk.module.css';
import { useWhen } from './use-when.ts';

/** A notice that says from when the data are that this browser kept. */
export function AsOf({ at }: { at: number }) {
  const { t } = useTranslation('desk');
  const when = useWhen()(new Date(at).toISOString());
  return (
    <p role="status" className={desk.notice} data-tone="late">
      {t('connection.asOf', { when })}
    </p>
  );
}
