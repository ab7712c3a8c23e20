import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { LocalText } from '../../ui/local-text.tsx';
import { EntryGrid } from './entry-grid.tsx';
import { FormProgress } from './form-progress.tsx';
import { Receipt } from './receipt.tsx';
import type { ReturnFormFragment, SubmissionFragment } from './return-form.generated.ts';
import styles from './return-form.module.css';
import { ReturnedCells } from './returned-cells.tsx';
import { Submissions } from './submissions.tsx';
import { SubmitDialog } from './submit-dialog.tsx';
import { useEntryBook } from './use-entry-book.ts';
import { useUnloadWarning } from './use-unload-warning.ts';

/** The return of one country and year: what is due, the grid, and handing it in. */
export function ReturnForm(props: {
  form: ReturnFormFragment;
  actionTitles: ReadonlyMap<string, string>;
  reload: () => Promise<unknown>;
}) {
  const { form, actionTitles, reload } = props;
  const { t } = useTranslation('desk');
  const { book, entries } = useEntryBook(form);
  const [submitting, setSubmitting] = useState(false);
  const [receipt, setReceipt] = useState<SubmissionFragment>();
  const heading = useId();
  useUnloadWarning(entries);

  const startSubmitting = async () => {
    setReceipt(undefined);
    await book.settle();
    setSubmitting(true);
  };

  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1 id={heading}>
          {t('form.title')} <LocalText of={form.areaName} />, {form.cycle}
        </h1>
        <FormProgress form={form} entries={entries} />
        {form.mayEdit ? (
          <div className={desk.row}>
            <button type="button" className="button" onClick={() => void startSubmitting()}>
              {t('form.submit')}
            </button>
            <p className={desk.soft}>{t('form.keys')}</p>
          </div>
        ) : (
          <p className={styles.locked}>{t('form.readOnly')}</p>
        )}
      </header>
      <ReturnedCells entries={entries} />
      {receipt && <Receipt submission={receipt} />}
      <EntryGrid
        book={book}
        entries={entries}
        cycle={form.cycle}
        labelledBy={heading}
        actionTitles={actionTitles}
        reload={reload}
      />
      <Submissions submissions={form.submissions} mayRecall={form.mayEdit} reload={reload} />
      {submitting && (
        <SubmitDialog
          form={form}
          entries={entries}
          onClose={() => setSubmitting(false)}
          onSubmitted={async (submission) => {
            setSubmitting(false);
            setReceipt(submission);
            await reload();
          }}
        />
      )}
    </div>
  );
}
