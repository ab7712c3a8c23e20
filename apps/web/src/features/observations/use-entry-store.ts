import { useMutation } from '@apollo/client/react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { decimalMark } from '../../desk/decimal-mark.ts';
import { formDrafts } from '../../desk/draft-store.ts';
import { useMe } from '../../desk/session.ts';
import { useFormat } from '../../ui/use-format.ts';
import { EntryStore } from './entry-store.ts';
import type { EntryState } from './entry-state.ts';
import { SaveValueDocument, type ReturnFormFragment } from './return-form.generated.ts';

/** One store for as long as the page is open, however often the form is loaded again. */
export function useEntryStore(
  form: ReturnFormFragment,
  online: boolean,
): { store: EntryStore; entries: readonly EntryState[] } {
  const { lang } = useFormat();
  const me = useMe();
  const [save] = useMutation(SaveValueDocument);
  const { area, cycle } = form;
  const [store] = useState(
    () =>
      new EntryStore(form.cells, {
        year: cycle,
        mark: decimalMark(lang),
        drafts: formDrafts(me.id, `${area} ${cycle}`),
        send: async (request) => {
          const { data } = await save({ variables: { input: { area, cycle, ...request } } });
          if (!data) throw new Error('The answer holds no data.');
          return data.saveValue;
        },
      }),
  );
  const loaded = useRef(form);
  useEffect(() => {
    if (loaded.current === form) return;
    loaded.current = form;
    store.load(form.cells);
  }, [store, form]);
  useEffect(() => store.setOnline(online), [store, online]);
  useEffect(() => {
    void store.restore();
    return () => store.close();
  }, [store]);
  return { store, entries: useSyncExternalStore(store.subscribe, store.entries) };
}
