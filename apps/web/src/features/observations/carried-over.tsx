import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { carriedSources } from './carried-source.ts';
import type { EntryStore } from './entry-store.ts';
import type { EntryState } from './entry-state.ts';

/** Sources that stand there from last year: to be confirmed for all values at once. */
export function CarriedOver(props: {
  entries: readonly EntryState[];
  store: EntryStore;
  cycle: number;
}) {
  const { entries, store, cycle } = props;
  const { t } = useTranslation('desk');
  const carried = carriedSources(entries);
  if (carried.length === 0) return null;
  return (
    <div className={desk.row}>
      <p>{t('source.some', { count: carried.length, year: cycle - 1 })}</p>
      <button
        type="button"
        className={desk.quiet}
        onClick={() => {
          store.fill(carried);
          void store.settle();
        }}
      >
        {t('source.confirmAll')}
      </button>
    </div>
  );
}
