import { BREAKDOWN_DIMENSIONS, isNumberField, PLAIN_FIELD_NAMES } from '@qadam/domain';
import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { CheckField, Fields, SelectField, TextField } from './fields.tsx';
import styles from './framework.module.css';
import type { IndicatorDraft } from './indicator-draft.ts';

/** What is the same in every language. Of released values kind, scope, unit and multiplier stay. */
export function MeasureFields(props: {
  draft: IndicatorDraft;
  disabled: boolean;
  onChange: (patch: Partial<IndicatorDraft>) => void;
}) {
  const { draft, disabled, onChange } = props;
  const { t } = useTranslation(['desk', 'public']);
  const locked = disabled || draft.released;
  const text = (key: 'unit' | 'multiplier' | 'min' | 'max' | 'numeratorOf' | 'denominatorOf') => ({
    value: draft[key] ?? '',
    onChange: (value: string) => onChange({ [key]: value }),
    disabled: key === 'unit' || key === 'multiplier' ? locked : disabled,
  });
  const whole = (key: 'decimals' | 'thresholdBase' | 'thresholdDetailed' | 'position') => ({
    type: 'number' as const,
    value: String(draft[key]),
    onChange: (value: string) => onChange({ [key]: Math.trunc(Number(value)) }),
    disabled,
  });
  const flag = (key: 'whole' | 'sensitive' | 'reportedCases') => ({
    value: draft[key],
    onChange: (value: boolean) => onChange({ [key]: value }),
    disabled,
  });
  return (
    <Fields legend={t('desk:framework.measure')}>
      {draft.released && (
        <p className={`${desk.soft} ${styles.wide}`}>{t('desk:framework.locked')}</p>
      )}
      <SelectField
        label={t('desk:framework.kind')}
        value={draft.kind}
        disabled={locked}
        onChange={(kind) => onChange({ kind })}
        options={t('desk:framework.kinds', { returnObjects: true })}
      />
      <SelectField
        label={t('desk:framework.scope')}
        value={draft.scope}
        disabled={locked}
        onChange={(scope) => onChange({ scope })}
        options={t('desk:framework.scopes', { returnObjects: true })}
      />
      <TextField label={t('desk:framework.unitCode')} {...text('unit')} />
      <TextField label={t('desk:framework.multiplier')} {...text('multiplier')} />
      <SelectField
        label={t('public:indicator.sheet.direction')}
        value={draft.direction}
        disabled={disabled}
        onChange={(direction) => onChange({ direction })}
        options={t('public:indicator.direction', { returnObjects: true })}
      />
      <SelectField
        label={t('public:indicator.sheet.valueType')}
        value={draft.valueType}
        disabled={disabled}
        onChange={(valueType) => onChange({ valueType })}
        options={t('public:indicator.valueType', { returnObjects: true })}
      />
      <SelectField
        label={t('desk:framework.regionalMethod')}
        value={draft.regionalMethod}
        disabled={disabled}
        onChange={(regionalMethod) => onChange({ regionalMethod })}
        options={t('desk:framework.methods', { returnObjects: true })}
      />
      <SelectField
        label={t('desk:framework.centresIn')}
        value={draft.centresIn ?? 'NONE'}
        disabled={disabled}
        onChange={(where) => onChange({ centresIn: where === 'NONE' ? null : where })}
        options={t('desk:framework.centres', { returnObjects: true })}
      />
      <TextField label={t('desk:framework.decimals')} {...whole('decimals')} />
      <TextField label={t('desk:framework.min')} {...text('min')} />
      <TextField label={t('desk:framework.max')} {...text('max')} />
      {PLAIN_FIELD_NAMES.map((name) => (
        <TextField
          key={name}
          label={t(`public:indicator.sheet.${name}`)}
          type={isNumberField(name) ? 'number' : 'text'}
          value={draft[name]}
          disabled={disabled}
          onChange={(value) => onChange({ [name]: value })}
        />
      ))}
      <TextField
        label={t('desk:framework.numeratorOf')}
        hint={t('desk:framework.countHint')}
        {...text('numeratorOf')}
      />
      <TextField
        label={t('desk:framework.denominatorOf')}
        hint={t('desk:framework.denominatorHint')}
        {...text('denominatorOf')}
      />
      <TextField label={t('desk:framework.thresholdBase')} {...whole('thresholdBase')} />
      <TextField label={t('desk:framework.thresholdDetailed')} {...whole('thresholdDetailed')} />
      <TextField label={t('desk:framework.position')} {...whole('position')} />
      <div className={styles.wide}>
        <CheckField label={t('desk:framework.whole')} {...flag('whole')} />
        <CheckField label={t('desk:framework.sensitive')} {...flag('sensitive')} />
        <CheckField label={t('desk:framework.reportedCases')} {...flag('reportedCases')} />
      </div>
      <div className={styles.wide} role="group" aria-label={t('desk:framework.breakdowns')}>
        <strong>{t('desk:framework.breakdowns')}</strong>
        <div className={styles.checks}>
          {BREAKDOWN_DIMENSIONS.map((one) => (
            <CheckField
              key={one}
              label={t(`desk:framework.breakdown.${one}`)}
              value={draft.breakdowns.includes(one)}
              disabled={disabled}
              onChange={(on) =>
                onChange({
                  breakdowns: BREAKDOWN_DIMENSIONS.filter((other) =>
                    other === one ? on : draft.breakdowns.includes(other),
                  ),
                })
              }
            />
          ))}
        </div>
      </div>
    </Fields>
  );
}
