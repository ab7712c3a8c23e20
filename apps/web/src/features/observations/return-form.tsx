import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { useOnline } from '../../desk/use-online.ts';
import { LocalText } from '../../ui/local-text.tsx';
import { Connection } from './connection.tsx';
import { EntryGrid } from './entry-grid.tsx';
import type { Filter } from './filter.ts';
import { FormFilters } from './form-filters.tsx';
import { FormProgress } from './form-progress.tsx';
import { groupByAction } from './group-by-action.ts';
import { KeysDialog } from './keys-dialog.tsx';
import { PasteDialog } from './paste/paste-dialog.tsx';
import { usePaste } from './paste/use-paste.ts';
import { Receipt, type HandedIn } from './receipt.tsx';
import type { ReturnFormFragment } from './return-form.generated.ts';
import styles from './return-form.module.css';
import { ReturnedCells } from './returned-cells.tsx';
import { Submissions } from './submissions.tsx';
import { SubmitDialog } from './submit-dialog.tsx';
import { useEntryBook } from './use-entry-book.ts';
import { useFormKeys } from './use-form-keys.ts';
import { useShown } from './use-shown.ts';
import { useUnloadWarning } from './use-unload-warning.ts';

/** The return of one country and year: what is due, the grid, and handing it in. */
export function ReturnForm(props: {
  form: ReturnFormFragment;
  filter: Filter;
  actionTitles: ReadonlyMap<string, string>;
  reload: () => Promise<unknown>;
}) {
  const { form, filter, actionTitles, reload } = props;
  const { t } = useTranslation('desk');
  const online = useOnline();
  const { book, entries } = useEntryBook(form, online);
  const { shown, reveal } = useShown(entries, filter);
  const [dialog, setDialog] = useState<'SUBMIT' | 'KEYS'>();
  const [receipt, setReceipt] = useState<HandedIn>();
  const [helpKey, setHelpKey] = useState(true);
  const heading = useId();
  useUnloadWarning(entries, book.persistent);
  useFormKeys({ book, helpKey, showHelp: () => setDialog('KEYS') });
  const inOrder = groupByAction(shown).flatMap((group) => group.entries);
  const { preview, closePreview } = usePaste({ book, entries: inOrder, enabled: form.mayEdit });
  const close = () => setDialog(undefined);

  const startSubmitting = async () => {
    setReceipt(undefined);
    await book.settle();
    setDialog('SUBMIT');
  };

  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1 id={heading}>
          {t('form.title')} <LocalText of={form.areaName} />, {form.cycle}
        </h1>
        <FormProgress form={form} entries={entries} />
        {form.mayEdit ? (
          <>
            <Connection online={online} persistent={book.persistent} />
            <div className={desk.row}>
              <button type="button" className="button" onClick={() => void startSubmitting()}>
                {t('form.submit')}
              </button>
              <button type="button" className={desk.quiet} onClick={() => setDialog('KEYS')}>
                {t('form.allKeys')}
              </button>
              <p className={desk.soft}>{t('form.keys')}</p>
            </div>
          </>
        ) : (
          <p className={styles.locked}>{t('form.readOnly')}</p>
        )}
      </header>
      <ReturnedCells entries={entries} reveal={reveal} />
      {receipt && (
        <div className={styles.printed}>
          <Receipt form={form} of={receipt} />
        </div>
      )}
      <FormFilters
        area={form.area}
        cycle={form.cycle}
        entries={entries}
        filter={filter}
        actionTitles={actionTitles}
      />
      {shown.length === 0 ? (
        <p>{t('filter.none')}</p>
      ) : (
        <EntryGrid
          book={book}
          entries={shown}
          cycle={form.cycle}
          labelledBy={heading}
          actionTitles={actionTitles}
          reload={reload}
        />
      )}
      <Submissions submissions={form.submissions} mayRecall={form.mayEdit} reload={reload} />
      {dialog === 'SUBMIT' && (
        <SubmitDialog
          form={form}
          entries={entries}
          onClose={close}
          onGo={(indicator) => {
            reveal(indicator);
            close();
          }}
          onSubmitted={async (handedIn) => {
            close();
            setReceipt(handedIn);
            await reload();
          }}
        />
      )}
      {dialog === 'KEYS' && <KeysDialog helpKey={helpKey} onHelpKey={setHelpKey} onClose={close} />}
      {preview && (
        <PasteDialog placement={preview} book={book} entries={entries} onClose={closePreview} />
      )}
    </div>
  );
}
