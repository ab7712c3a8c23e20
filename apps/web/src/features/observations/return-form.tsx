import { Button as MenuButton, Menu } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useCallback, useEffect, useId, useMemo, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import { Button } from '../../desk/button.tsx';
import { Desk } from '../../desk/desk-head.tsx';
import desk from '../../desk/desk.module.css';
import { useMe, useSession } from '../../desk/session.ts';
import { useOnline } from '../../desk/use-online.ts';
import { useWarnBeforeLeaving } from '../../desk/use-stored-draft.ts';
import { LocalText } from '../../ui/local-text.tsx';
import { useSingleKeys } from '../../ui/single-keys.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { AskedCells } from './asked-cells.tsx';
import { EntryGrid } from './entry-grid.tsx';
import { isUnsaved, waitsForValue, type EntryState } from './entry-state.ts';
import { FormFilters } from './form-filters.tsx';
import { FormProgress } from './form-progress.tsx';
import { GridKeys, useFormKeys } from './keys.tsx';
import { LawsAsBefore, useConfirmStages } from './laws-as-before.tsx';
import {
  ReturnContext,
  useEntryStore,
  useReturn,
  useShown,
  type OpenReturn,
} from './open-return.ts';
import { PasteBox, PasteDialog, usePaste } from './paste/paste-box.tsx';
import { PreparedReturns } from './prepared-returns.tsx';
import { PrintForm } from './print-form.tsx';
import styles from './return-form.module.css';
import { byIndicator, firstBlank, firstRows, groupByAction } from './rows.ts';
import { CarriedOver } from './source-field.tsx';
import { goTo, goToFirstEmpty, Stepper } from './stepper.tsx';
import { Receipt, Submissions, type SubmittedReturn } from './submissions.tsx';
import { SubmitDialog, type Letter } from './submit-dialog.tsx';

const printed = `${styles.printed ?? ''} print-alone`;

/** A phone: there is room for one indicator at a time. */
const PHONE = '(max-width: 40em)';

type Tool = 'ASSIGN' | 'SUBMIT' | 'KEYS' | 'PASTE' | 'PRINT';

/** The return of one country and year: what is due, the grid, and handing it in. */
export function ReturnForm(
  props: Pick<OpenReturn, 'form' | 'filter' | 'actionTitles'> & {
    /** Shown above everything else. */
    notice?: ReactNode;
  },
) {
  const { form, filter, actionTitles } = props;
  const { cycle, mayEdit } = form;
  const { t } = useTranslation('desk');
  const online = useOnline();
  const narrow = useMediaQuery(PHONE, undefined, { getInitialValueInEffect: false });
  const { offline } = useSession();
  // without a connection it is not known yet whose session this is, so nothing is sent
  const { store, entries } = useEntryStore(form, online && !offline);
  const { shown, reveal } = useShown(entries, filter);
  const [dialog, setDialog] = useState<Tool>();
  const [letter, setLetter] = useState<Letter | null>(null);
  const [receipt, setReceipt] = useState<SubmittedReturn>();
  const [cell, setCell] = useState(() => filter.cell ?? firstBlank(entries));
  const [helpKey] = useSingleKeys();
  const heading = useId();
  const close = () => setDialog(undefined);
  const isLost = (entry: EntryState) => isUnsaved(entry) || waitsForValue(entry);
  useWarnBeforeLeaving(!store.persistent && entries.some(isLost));
  useFormKeys({ store, helpKey, showHelp: () => setDialog('KEYS') });
  const linked = narrow ? null : filter.cell;
  useEffect(() => {
    if (linked !== null) goTo(linked, 'center');
    else goToFirstEmpty();
  }, [linked]);
  const inOrder = groupByAction(byIndicator(shown).wholes).flatMap((group) => group.entries);
  // a block from a spreadsheet skips rows that are only there because they could be corrected
  const reported = inOrder.filter(({ cell }) => cell.assigned || cell.editable);
  const { preview, closePreview } = usePaste({ store, entries: reported, enabled: mayEdit });
  const steps = firstRows(inOrder);
  const at = Math.max(
    0,
    steps.findIndex((entry) => entry.cell.indicator === cell),
  );
  const alone = steps[at]?.cell.indicator;
  const inGrid = narrow ? shown.filter((entry) => entry.cell.indicator === alone) : shown;

  const show = useCallback(
    (indicator: string) => {
      flushSync(() => setCell(indicator));
      reveal(indicator);
    },
    [reveal],
  );
  const open = useMemo(
    () => ({ form, filter, actionTitles, store, narrow, show }),
    [form, filter, actionTitles, store, narrow, show],
  );
  const stages = useConfirmStages(form, store);
  const submit = () => {
    setReceipt(undefined);
    void store.settle().then(() => setDialog('SUBMIT'));
  };

  const offers = mayEdit && (
    <div className={styles.offers}>
      <CarriedOver />
      <LawsAsBefore stages={stages} />
    </div>
  );

  return (
    <ReturnContext value={open}>
      <div className={styles.page}>
        <Desk
          titleId={heading}
          title={
            <>
              {t('form.title')} <LocalText of={form.areaName} />, {cycle}
            </>
          }
          facts={<FormProgress />}
          action={<Tools onOpen={setDialog} onSubmit={submit} />}
          below={<FormFilters />}
        >
          {props.notice}
          {mayEdit && !online && <Offline persistent={store.persistent} />}
          <Notice />
          <PreparedReturns requests={form.prepared} />
          <div className={styles.waiting}>
            <AskedCells kind="returned" />
            <AskedCells kind="asked" />
            {!narrow && offers}
          </div>
          {receipt && (
            <div className={printed}>
              <Receipt of={receipt} />
            </div>
          )}
          <h2 className="visually-hidden">{t('grid.title')}</h2>
          {inGrid.length === 0 ? (
            <p>{t('filter.none')}</p>
          ) : (
            <EntryGrid
              entries={inGrid}
              labelledBy={heading}
              onSame={mayEdit && !stages.busy ? stages.confirm : undefined}
            />
          )}
          {narrow && inGrid.length > 0 && (
            <Stepper steps={steps} at={at} onStep={setCell} onEnd={mayEdit ? submit : undefined} />
          )}
          {narrow && offers}
          <Submissions />
        </Desk>
        {dialog === 'SUBMIT' && (
          <SubmitDialog
            letter={letter}
            onLetter={setLetter}
            onClose={close}
            onSubmitted={(handedIn) => {
              close();
              setLetter(null);
              setReceipt(handedIn);
            }}
            onPrepared={() => {
              close();
              setLetter(null);
            }}
          />
        )}
        {dialog === 'ASSIGN' && <AssignDialog onClose={close} />}
        {dialog === 'KEYS' && <GridKeys onClose={close} />}
        {dialog === 'PASTE' && <PasteBox entries={reported} onClose={close} />}
        {dialog === 'PRINT' && (
          <div className={printed}>
            <PrintForm onPrinted={close} />
          </div>
        )}
        {preview && (
          <PasteDialog
            placement={preview}
            entries={byIndicator(entries).wholes}
            onClose={closePreview}
          />
        )}
      </div>
    </ReturnContext>
  );
}

/** What can be done with the return as a whole. */
function Tools(props: { onOpen: (tool: Tool) => void; onSubmit: () => void }) {
  const { onOpen } = props;
  const { form, narrow } = useReturn();
  const { area, mayEdit, dueOn, handedInWith } = form;
  const { t } = useTranslation('desk');
  const mayAssign = dueOn !== null && can(useMe(), 'ASSIGN_PERSON', { area }) === 'ALLOWED';
  return (
    <>
      {mayEdit && !narrow && <Button onClick={() => onOpen('PASTE')}>{t('paste.open')}</Button>}
      {(mayEdit || dueOn !== null) && (
        <Menu position="bottom-end">
          <Menu.Target>
            <MenuButton variant="default" aria-label={t('form.more')}>
              ⋯
            </MenuButton>
          </Menu.Target>
          <Menu.Dropdown>
            {mayEdit && narrow && (
              <Menu.Item onClick={() => onOpen('PASTE')}>{t('paste.open')}</Menu.Item>
            )}
            {dueOn !== null && (
              <Menu.Item onClick={() => onOpen('PRINT')}>{t('print.open')}</Menu.Item>
            )}
            {mayAssign && (
              <Menu.Item onClick={() => onOpen('ASSIGN')}>{t('assign.open')}</Menu.Item>
            )}
            {mayEdit && <Menu.Item onClick={() => onOpen('KEYS')}>{t('form.allKeys')}</Menu.Item>}
          </Menu.Dropdown>
        </Menu>
      )}
      {mayEdit && handedInWith !== null && (
        <Button look={narrow ? 'quiet' : 'primary'} onClick={props.onSubmit}>
          {t('form.submit')}
        </Button>
      )}
    </>
  );
}

/** Shown without a network: says what becomes of what is typed. */
function Offline({ persistent }: { persistent: boolean }) {
  const { t } = useTranslation('desk');
  return (
    <p role="status" className={`${desk.notice ?? ''} strong`} data-tone="late">
      {t(persistent ? 'connection.offline' : 'connection.offlineShared')}
    </p>
  );
}

/** Tells a person who cannot fill in this return why: it is only to be read, or belongs to a past cycle. */
function Notice() {
  const { area, cycle, dueOn, handedInWith, mayEdit } = useReturn().form;
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
