import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/use-format.ts';
import styles from './entry-grid.module.css';
import type { FieldProps } from './field-props.ts';
import { FigureInput } from './figure-input.tsx';
import { StageField } from './stage-field.tsx';
import { computedValue } from './read-draft.ts';

/** A value in the way of its kind: a number, a share of two numbers, a stage of an element, yes or no. */
export function ValueField(props: FieldProps) {
  const { cell } = props.entry;
  if (cell.kind === 'MILESTONE') return <StageField {...props} />;
  if (cell.kind === 'BINARY') return <YesNoField {...props} />;
  if (!cell.ratio) return <FigureInput {...props} field="value" label={props.label} />;
  return <RatioField {...props} />;
}

function RatioField(props: FieldProps) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const { cell, reading } = props.entry;
  const computed = computedValue(reading);
  const shown = computed === null ? undefined : format.number(computed, cell.decimals);
  return (
    <div className={styles.ratio}>
      <FigureInput {...props} field="value" label={props.label} placeholder={shown} />
      <span className={styles.parts}>
        <FigureInput
          {...props}
          field="numerator"
          label={t('grid.numerator', { label: props.label })}
          placeholder={t('grid.part')}
        />
        <span aria-hidden="true">/</span>
        <FigureInput
          {...props}
          field="denominator"
          label={t('grid.denominator', { label: props.label })}
          placeholder={t('grid.whole')}
        />
      </span>
      {shown !== undefined && (
        <output className={styles.computed}>{t('grid.computed', { value: shown })}</output>
      )}
    </div>
  );
}

function YesNoField({ entry, label, describedBy, change, leave }: FieldProps) {
  const { t } = useTranslation(['desk', 'public']);
  const { cell, draft } = entry;
  const choices = [
    { value: '1', text: t('public:figure.yes') },
    { value: '0', text: t('public:figure.no') },
  ];
  return (
    <select
      data-entry="value"
      className={styles.input}
      aria-label={label}
      aria-describedby={describedBy}
      disabled={!cell.editable}
      value={draft.value}
      onChange={(event) => change({ value: event.target.value })}
      onBlur={leave}
    >
      <option value="">{t('desk:grid.empty')}</option>
      {choices.map(({ value, text }) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  );
}
