import { useMutation } from '@apollo/client/react';
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { decimalMark } from '../../desk/decimal-mark.ts';
import { formDrafts } from '../../desk/draft-store.ts';
import { formReads } from '../../desk/last-reads.ts';
import { useMe } from '../../desk/session.ts';
import { useFormat } from '../../ui/use-format.ts';
import { keyOf } from './cell-key.ts';
import type { EntryState } from './entry-state.ts';
import { EntryStore } from './entry-store.ts';
import { passes, type Filter } from './filter.ts';
import type { FormCellFragment } from './form-cell.generated.ts';
import { formName } from './kept-return.ts';
import { SaveValueDocument, type ReturnFormFragment } from './return-form.generated.ts';
import { CONTEXT } from './rows.ts';

/** The return that is open on the page, as all its components see it. It stays the same while values are typed. */
export interface OpenReturn {
  form: ReturnFormFragment;
  filter: Filter;
  actionTitles: ReadonlyMap<string, string>;
  store: EntryStore;
  /** On a phone, there is room for one indicator at a time. */
  narrow: boolean;
  /** Shows the row of an indicator before the browser follows a link to it. */
  show: (indicator: string) => void;
}

export const ReturnContext = createContext<OpenReturn | null>(null);

export function useReturn(): OpenReturn {
  const open = useContext(ReturnContext);
  if (open === null) throw new Error('useReturn outside of a return');
  return open;
}

/** The cells as they are typed. What asks for them is drawn again at each key, so a row of the grid gets its own instead. */
export function useEntries(): readonly EntryState[] {
  const { store } = useReturn();
  return useSyncExternalStore(store.subscribe, store.entries);
}

/** One store for as long as the page is open, however often the form is loaded again. */
export function useEntryStore(
  form: ReturnFormFragment,
  online: boolean,
): { store: EntryStore; entries: readonly EntryState[] } {
  const { lang } = useFormat();
  const me = useMe();
  const [save] = useMutation(SaveValueDocument);
  const { area, cycle } = form;
  const [reads] = useState(() =>
    formReads<ReturnFormFragment, FormCellFragment>(me.id, formName(form)),
  );
  const [store] = useState(
    () =>
      new EntryStore(form.cells, {
        year: cycle,
        rules: form,
        mark: decimalMark(lang),
        drafts: formDrafts(me.id, formName(form)),
        saved: (cell) => void reads.keepCell(keyOf(cell), cell),
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
    store.load(form.cells, form);
  }, [store, form]);
  useEffect(() => store.setOnline(online), [store, online]);
  useEffect(() => {
    void store.restore();
    return () => store.close();
  }, [store]);
  return { store, entries: useSyncExternalStore(store.subscribe, store.entries) };
}

/**
 * The rows that match the filter. They are chosen once, when the filter is set: a row that was filled in or corrected
 * since must not vanish from under the cursor.
 */
export function useShown(entries: readonly EntryState[], filter: Filter) {
  const name = JSON.stringify([filter.only, filter.section]);
  const choose = () =>
    new Set(entries.filter((entry) => passes(entry, filter)).map(({ cell }) => cell.indicator));
  const [chosen, setChosen] = useState(() => ({ name, indicators: choose() }));
  const isOld = chosen.name !== name;
  const now = isOld ? { name, indicators: choose() } : chosen;
  if (isOld) setChosen(now);
  const reveal = useCallback(
    (indicator: string) =>
      flushSync(() =>
        setChosen((before) => ({
          ...before,
          indicators: new Set([...before.indicators, indicator]),
        })),
      ),
    [],
  );
  return {
    /** All cells of each indicator: if one part matches, its siblings and its total are shown too. */
    shown: entries.filter(({ cell }) => now.indicators.has(cell.indicator)),
    reveal,
  };
}

/** The heading above the rows of an action, or above those that belong to no action. */
export function useSectionName(): (section: string) => string {
  const { t } = useTranslation();
  const { actionTitles } = useReturn();
  return (section) =>
    section === CONTEXT ? t('country.context') : `${section} ${actionTitles.get(section) ?? ''}`;
}
