import { useMutation } from '@apollo/client/react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { decimalMark } from '../../desk/decimal-mark.ts';
import { formDrafts } from '../../desk/draft-store.ts';
import { useMe } from '../../desk/session.ts';
import { useFormat } from '../../ui/use-format.ts';
import { EntryBook } from './entry-book.ts';
import type { EntryState } from './entry-state.ts';
import { SaveValueDocument, type ReturnFormFragment } from './return-form.generated.ts';

/** One book for as long as the page is open, however often the form is loaded again. */
export function useEntryBook(
  form: ReturnFormFragment,
  online: boolean,
): { book: EntryBook; entries: readonly EntryState[] } {
  const { lang } = useFormat();
  const me = useMe();
  const [save] = useMutation(SaveValueDocument);
  const { area, cycle } = form;
  const [book] = useState(
    () =>
      new EntryBook(form.cells, {
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
    book.load(form.cells);
  }, [book, form]);
  useEffect(() => book.setOnline(online), [book, online]);
  useEffect(() => {
    void book.restore();
    return () => book.close();
  }, [book]);
  return { book, entries: useSyncExternalStore(book.subscribe, book.entries) };
}
