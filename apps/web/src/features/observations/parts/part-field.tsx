import { useTranslation } from 'react-i18next';
import { SaveMark } from '../cell-state.tsx';
import { fieldOf } from '../field-props.ts';
import { anchorOf, keyOf } from '../cell-key.ts';
import type { EntryStore } from '../entry-store.ts';
import { lacksComment, type EntryState } from '../entry-state.ts';
import { computedValue } from '../read-draft.ts';
import { FigureInput } from '../figure-input.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import styles from './parts-table.module.css';

/** One part in its table: the number, or both numbers of a share, and whether they are saved. */
export function PartField(props: { entry: EntryState; store: EntryStore; cycle: number }) {
  const { entry, store, cycle } = props;
  const { t } = useTranslation('desk');
  const format = useFormat();
  const { cell, draft, reading, save } = entry;
  const field = fieldOf(entry, store, { label: `${cell.name.text}, ${cycle}` });
  const computed = computedValue(reading);
  return (
    <div
      id={anchorOf(cell)}
      className={styles.field}
      data-indicator={cell.indicator}
      data-cell={keyOf(cell)}
    >
      {cell.ratio ? (
        <>
          {/* from an earlier entry: shown so that it can be deleted where it contradicts the numbers */}
          {draft.value !== '' && <FigureInput {...field} field="value" label={field.label} />}
          <FigureInput
            {...field}
            field="numerator"
            label={t('grid.numerator', { label: field.label })}
            placeholder={t('grid.part')}
          />
          <FigureInput
            {...field}
            field="denominator"
            label={t('grid.denominator', { label: field.label })}
            placeholder={t('grid.whole')}
          />
          {computed !== null && (
            <output className={styles.computed}>
              {t('grid.computed', { value: format.number(computed, cell.decimals) })}
            </output>
          )}
        </>
      ) : (
        <FigureInput {...field} field="value" label={field.label} />
      )}
      {draft.missingReason !== null && <span>{t(`missing.${draft.missingReason}`)}</span>}
      {save !== 'UNTOUCHED' && <SaveMark save={save} />}
      {lacksComment(entry) && (
        <span className={styles.ask}>
          <span aria-hidden="true">▲</span>
          <span className="visually-hidden">{t('parts.asks')}</span>
        </span>
      )}
    </div>
  );
}
