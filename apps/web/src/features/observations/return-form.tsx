import { useId, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import type { Letter } from '../../desk/evidence/letter-field.tsx';
import { useMe } from '../../desk/session.ts';
import { useWarnBeforeLeaving } from '../../desk/use-warn-before-leaving.ts';
import { useOnline } from '../../desk/use-online.ts';
import { LocalText } from '../../ui/local-text.tsx';
import { useSingleKeys } from '../../ui/single-keys.ts';
import { AskedCells } from './asked-cells.tsx';
import { byIndicator, firstRows } from './by-indicator.ts';
import { CarriedOver } from './carried-over.tsx';
import { Connection } from './connection.tsx';
import { isUnsaved } from './entry-state.ts';
import { EntryGrid } from './entry-grid.tsx';
import type { Filter } from './filter.ts';
import { FormFilters } from './form-filters.tsx';
import { FormProgress } from './form-progress.tsx';
import { FormTools, type Tool } from './form-tools.tsx';
import { groupByAction } from './group-by-action.ts';
import { KeysDialog } from './keys-dialog.tsx';
import { LawsAsBefore } from './laws-as-before.tsx';
import { PasteBox } from './paste/paste-box.tsx';
import { PasteDialog } from './paste/paste-dialog.tsx';
import { usePaste } from './paste/use-paste.ts';
import { PrintForm } from './print-form.tsx';
import { Receipt, type SubmittedReturn } from './receipt.tsx';
import type { ReturnFormFragment } from './return-form.generated.ts';
import styles from './return-form.module.css';
import { Stepper } from './stepper.tsx';
import { Submissions } from './submissions.tsx';
import { SubmitDialog } from './submit-dialog.tsx';
import { useConfirmStages } from './use-confirm-stages.ts';
import { useEntryStore } from './use-entry-store.ts';
import { useFormKeys } from './use-form-keys.ts';
import { useLinkedCell } from './use-linked-cell.ts';
import { useNarrow } from './use-narrow.ts';
import { useShown } from './use-shown.ts';
import { useReturnNotice } from './use-return-notice.ts';

const printed = `${styles.printed ?? ''} print-alone`;

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
  const narrow = useNarrow();
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
  useLinkedCell(narrow ? null : filter.cell);
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
  const notice = useReturnNotice(form);
  const stages = useConfirmStages(form, store);
  const choose = (tool: Tool) => {
    if (tool === 'SUBMIT') {
      setReceipt(undefined);
      void store.settle().then(() => setDialog('SUBMIT'));
    } else {
      setDialog(tool);
    }
  };

  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1 id={heading}>
          {t('form.title')} <LocalText of={form.areaName} />, {cycle}
        </h1>
        <FormProgress form={form} entries={entries} />
        {mayEdit && <Connection online={online} persistent={store.persistent} />}
        {notice !== undefined && <p className={styles.locked}>{notice}</p>}
        <FormTools
          mayEdit={mayEdit}
          maySubmit={mayEdit && form.handedInWith !== null}
          owed={form.dueOn !== null}
          onChoose={choose}
        />
      </header>
      <AskedCells kind="returned" entries={entries} reveal={show} />
      <AskedCells kind="asked" entries={entries} reveal={show} />
      {receipt && (
        <div className={printed}>
          <Receipt form={form} of={receipt} />
        </div>
      )}
      <h2 className="visually-hidden">{t('grid.title')}</h2>
      <FormFilters
        area={area}
        cycle={cycle}
        entries={entries}
        filter={filter}
        folded={narrow}
        actionTitles={actionTitles}
      />
      {mayEdit && <CarriedOver entries={entries} store={store} cycle={cycle} />}
      {mayEdit && <LawsAsBefore entries={entries} cycle={cycle} stages={stages} />}
      {inGrid.length === 0 ? (
        <p>{t('filter.none')}</p>
      ) : (
        <EntryGrid
          store={store}
          entries={inGrid}
          cycle={cycle}
          alone={narrow}
          labelledBy={heading}
          actionTitles={actionTitles}
          onSame={mayEdit && !stages.busy ? stages.confirm : undefined}
        />
      )}
      {narrow && inGrid.length > 0 && (
        <Stepper
          area={area}
          cycle={cycle}
          steps={steps}
          at={at}
          filter={filter}
          onStep={setCell}
          onEnd={mayEdit ? () => choose('SUBMIT') : undefined}
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
