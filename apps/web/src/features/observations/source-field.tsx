import { useTranslation } from 'react-i18next';
import { Button } from '../../desk/button.tsx';
import { FactLine } from '../../desk/reported-figure.tsx';
import desk from '../../desk/desk.module.css';
import type { Patch } from './cell-draft.ts';
import { CellText, type FieldProps } from './cell-inputs.tsx';
import { isRowCell, keyOf } from './cell-key.ts';
import styles from './entry-grid.module.css';
import type { EntryState } from './entry-state.ts';
import { useEntries, useReturn } from './open-return.ts';

/**
 * The source of last year, as long as nobody has entered one for this year's value. It is shown, but not saved before
 * somebody confirms it: a source nobody looked at is none.
 */
export function carriedSource({ cell, draft }: EntryState): string | null {
  if (!cell.editable || cell.element !== null || !isRowCell(cell) || draft.sourceText !== null)
    return null;
  return cell.lastSource;
}

/** The carried sources of all values that are filled in, as patches that confirm them at once. */
export function carriedSources(entries: readonly EntryState[]): Patch[] {
  return entries.flatMap((entry) => {
    const sourceText = carriedSource(entry);
    if (sourceText === null || entry.reading.empty || entry.draft.missingReason !== null) return [];
    return [{ key: keyOf(entry.cell), patch: { sourceText } }];
  });
}

/** Says how many sources are carried over from last year, with a button that confirms them all. */
export function CarriedOver() {
  const { store } = useReturn();
  const entries = useEntries();
  const { t } = useTranslation('desk');
  const carried = carriedSources(entries);
  if (carried.length === 0) return null;
  const confirm = () => {
    store.fill(carried);
    void store.settle();
  };
  return (
    <div className={desk.row}>
      <p>{t('source.some', { count: carried.length, year: store.year - 1 })}</p>
      <Button small onClick={confirm}>
        {t('source.confirmAll')}
      </Button>
    </div>
  );
}

/**
 * The field for the source of a value. It shows the source of last year until that is confirmed, changed or deleted. If
 * there is none, it shows the reporting body, which is the source of every value that names no other and needs no
 * confirmation.
 */
export function SourceField(props: FieldProps) {
  const { entry, label, change, leave } = props;
  const { store } = useReturn();
  const { t } = useTranslation('desk');
  const carried = carriedSource(entry);
  const from = t('source.carried', { year: store.year - 1 });
  const body = entry.cell.editable ? entry.cell.body?.text : undefined;
  const shown = carried ?? entry.draft.sourceText ?? body ?? '';
  const name = t('grid.sourceOf', { label });
  const confirm = () => {
    change({ sourceText: carried });
    leave();
  };
  return (
    <>
      <CellText
        of={props}
        rows={1}
        aria-label={carried === null ? name : `${name} (${from})`}
        carried={carried !== null}
        placeholder={body}
        value={shown}
        onType={(sourceText) => change({ sourceText })}
      />
      {carried !== null && (
        <span className={styles.carried}>
          {from}{' '}
          <Button look="linklike" of={label} onClick={confirm}>
            {t('source.confirm')}
          </Button>
        </span>
      )}
    </>
  );
}

/** The proof of a stage: the article or decree, and whether only the press reports it. */
export function ProvisionField(props: FieldProps) {
  const { entry, label, change, leave } = props;
  const { t } = useTranslation('desk');
  const { cell, draft } = entry;
  const isEmpty = draft.value === '';
  const shown = isEmpty ? cell.lastFact : draft;
  const disabled = !cell.editable || isEmpty;
  if (isEmpty && (draft.missingReason !== null || cell.lastFact === null)) return null;
  if (!cell.editable) {
    const provision = shown?.provision || null;
    return shown && <FactLine of={{ basis: shown.basis, provision, factDate: null }} />;
  }
  return (
    <>
      <CellText
        of={props}
        rows={1}
        aria-label={t('law.provisionOf', { label })}
        carried={isEmpty && Boolean(shown?.provision)}
        disabled={disabled}
        placeholder={t('law.provision')}
        value={shown?.provision ?? ''}
        onType={(provision) => change({ provision })}
      />
      {(!isEmpty || shown?.basis === 'MEDIA') && (
        <label className={styles.press}>
          <input
            type="checkbox"
            aria-label={t('law.pressOf', { label })}
            disabled={disabled}
            checked={shown?.basis === 'MEDIA'}
            onChange={(event) => {
              change({ basis: event.target.checked ? 'MEDIA' : 'OFFICIAL' });
              leave();
            }}
          />
          {t('law.press')}
        </label>
      )}
    </>
  );
}
