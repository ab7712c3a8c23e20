import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useId, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import { Button } from '../../desk/button.tsx';
import desk from '../../desk/desk.module.css';
import type { Letter } from '../../desk/evidence/letter-field.tsx';
import { useMe } from '../../desk/session.ts';
import { useOnline } from '../../desk/use-online.ts';
import { useWarnBeforeLeaving } from '../../desk/use-warn-before-leaving.ts';
import { LocalText } from '../../ui/local-text.tsx';
import { useSingleKeys } from '../../ui/single-keys.ts';
import { AskedCells } from './asked-cells.tsx';
import { EntryGrid } from './entry-grid.tsx';
import { isUnsaved } from './entry-state.ts';
import type { Filter } from './filter.ts';
import { FormFilters } from './form-filters.tsx';
import { FormProgress } from './form-progress.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { LawsAsBefore, useConfirmStages } from './laws-as-before.tsx';
import { PasteBox, PasteDialog } from './paste/paste-box.tsx';
import { usePaste } from './paste/use-paste.ts';
import { PrintForm } from './print-form.tsx';
import { Receipt, type SubmittedReturn } from './receipt.tsx';
import type { ReturnFormFragment } from './return-form.generated.ts';
import styles from './return-form.module.css';
import { byIndicator, firstRows, groupByAction } from './rows.ts';
import { CarriedOver } from './source-field.tsx';
import { goTo, Stepper } from './stepper.tsx';
import { Submissions } from './submissions.tsx';
import { SubmitDialog } from './submit-dialog.tsx';
import { useEntryStore } from './use-entry-store.ts';
import { useFormKeys } from './use-form-keys.ts';
import { useShown } from './use-shown.ts';

const printed = `${styles.printed ?? ''} print-alone`;

/** A phone: there is room for one indicator at a time. */
const PHONE = '(max-width: 40em)';

type Tool = 'SUBMIT' | 'KEYS' | 'PASTE' | 'PRINT';

/** The return of one country and year: what is due, the grid, and handing it in. */
export function ReturnForm(props: {
  form: ReturnFormFragment;
  filter: Filter;
  actionTitles: ReadonlyMap<string, string>;
}) {
  const { form, filter, actionTitles } = props;
  const { area, cycle, mayEdit } = form;
  const { t } = useTranslation('desk');
  const me = useMe();
  const online = useOnline();
  const narrow = useMediaQuery(PHONE, undefined, { getInitialValueInEffect: false });
  const { store, entries } = useEntryStore(form, online);
  const { shown, reveal } = useShown(entries, filter);
  const [dialog, setDialog] = useState<Tool>();
  const [letter, setLetter] = useState<Letter | null>(null);
  const [receipt, setReceipt] = useState<SubmittedReturn>();
  const [cell, setCell] = useState(filter.cell);
  const [helpKey, setHelpKey] = useSingleKeys();
  const heading = useId();
  const close = () => setDialog(undefined);
  useWarnBeforeLeaving(!store.persistent && entries.some(isUnsaved));
  useFormKeys({ store, helpKey, showHelp: () => setDialog('KEYS') });
  const linked = narrow ? null : filter.cell;
  useEffect(() => {
    if (linked !== null) goTo(linked, 'center');
  }, [linked]);
  const inOrder = groupByAction(byIndicator(shown).wholes).flatMap((group) => group.entries);
  // a block from a spreadsheet runs past what is only there to be corrected
  const reported = inOrder.filter(({ cell }) => cell.assigned || cell.editable);
  const { preview, closePreview } = usePaste({ store, entries: reported, enabled: mayEdit });
  const steps = firstRows(inOrder);
  const at = Math.max(
    0,
    steps.findIndex((entry) => entry.cell.indicator === cell),
  );
  const alone = steps[at]?.cell.indicator;
  const inGrid = narrow ? shown.filter((entry) => entry.cell.indicator === alone) : shown;

  /** Shows a row before the browser follows a link to it. */
  const show = (indicator: string) => {
    flushSync(() => setCell(indicator));
    reveal(indicator);
  };
  const stages = useConfirmStages(form, store);
  const submit = () => {
    setReceipt(undefined);
    void store.settle().then(() => setDialog('SUBMIT'));
  };

  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1 id={heading}>
          {t('form.title')} <LocalText of={form.areaName} />, {cycle}
        </h1>
        <FormProgress form={form} entries={entries} />
        {mayEdit && <Connection online={online} persistent={store.persistent} />}
        <Notice form={form} />
        <div className={desk.row}>
          {mayEdit && form.handedInWith !== null && (
            <button type="button" className="button" onClick={submit}>
              {t('form.submit')}
            </button>
          )}
          {mayEdit && <Button onClick={() => setDialog('PASTE')}>{t('paste.open')}</Button>}
          {form.dueOn !== null && (
            <Button onClick={() => setDialog('PRINT')}>{t('print.open')}</Button>
          )}
          {mayEdit && (
            <Button className={styles.keys} onClick={() => setDialog('KEYS')}>
              {t('form.allKeys')}
            </Button>
          )}
        </div>
        {mayEdit && <p className={styles.keys}>{t('form.keys')}</p>}
      </header>
      <AskedCells kind="returned" entries={entries} reveal={show} />
      <AskedCells kind="asked" entries={entries} reveal={show} />
      {receipt && (
        <div className={printed}>
          <Receipt form={form} of={receipt} />
        </div>
      )}
      <h2 className="visually-hidden">{t('grid.title')}</h2>
      <FormFilters entries={entries} filter={filter} folded={narrow} actionTitles={actionTitles} />
      {mayEdit && <CarriedOver entries={entries} store={store} />}
      {mayEdit && <LawsAsBefore entries={entries} cycle={cycle} stages={stages} />}
      {inGrid.length === 0 ? (
        <p>{t('filter.none')}</p>
      ) : (
        <EntryGrid
          store={store}
          entries={inGrid}
          alone={narrow}
          labelledBy={heading}
          actionTitles={actionTitles}
          onSame={mayEdit && !stages.busy ? stages.confirm : undefined}
        />
      )}
      {narrow && inGrid.length > 0 && (
        <Stepper
          steps={steps}
          at={at}
          filter={filter}
          onStep={setCell}
          onEnd={mayEdit ? submit : undefined}
        />
      )}
      <Submissions
        submissions={form.submissions}
        mayRecall={can(me, 'RECALL', { area }) === 'ALLOWED'}
      />
      {dialog === 'SUBMIT' && (
        <SubmitDialog
          form={form}
          entries={entries}
          store={store}
          letter={letter}
          onLetter={setLetter}
          onClose={close}
          onGo={(indicator) => {
            show(indicator);
            close();
          }}
          onSubmitted={(handedIn) => {
            close();
            setLetter(null);
            setReceipt(handedIn);
          }}
        />
      )}
      {dialog === 'KEYS' && <KeysDialog helpKey={helpKey} onHelpKey={setHelpKey} onClose={close} />}
      {dialog === 'PASTE' && <PasteBox store={store} entries={reported} onClose={close} />}
      {dialog === 'PRINT' && (
        <div className={printed}>
          <PrintForm form={form} entries={entries} actionTitles={actionTitles} onPrinted={close} />
        </div>
      )}
      {preview && (
        <PasteDialog
          placement={preview}
          store={store}
          entries={byIndicator(entries).wholes}
          onClose={closePreview}
        />
      )}
    </div>
  );
}

/** Whether there is a network, and what becomes of what is typed without one. */
function Connection(props: { online: boolean; persistent: boolean }) {
  const { t } = useTranslation('desk');
  if (props.online) return <p className={styles.online}>{t('connection.online')}</p>;
  return (
    <p role="status" className={styles.offline} data-tone="late">
      {t(props.persistent ? 'connection.offline' : 'connection.offlineShared')}
    </p>
  );
}

/** What has to be said of a return that is not simply open to this person. */
function Notice({
  form: { area, cycle, dueOn, handedInWith, mayEdit },
}: {
  form: ReturnFormFragment;
}) {
  const { t } = useTranslation('desk');
  const me = useMe();
  const correctable = () =>
    handedInWith === null
      ? t('form.noLaterCycle', { year: cycle })
      : t('form.noCycle', { year: cycle, cycle: handedInWith });
  const isPast = dueOn === null && can(me, 'CORRECT_VALUE', { area }) === 'ALLOWED';
  if (mayEdit && !isPast) return null;
  return <p className={desk.notice}>{isPast ? correctable() : t('form.readOnly')}</p>;
}
