import { BREAKDOWN_DIMENSIONS, isNumberField, PLAIN_FIELD_NAMES } from '@qadam/domain';
import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { bind, BoundSelect, BoundText, CheckField, Fields } from './fields.tsx';
import styles from './framework.module.css';
import type { IndicatorDraft } from './indicator-draft.ts';

/** The fields that are the same in every language. Once values are released, kind, scope, unit and multiplier cannot be changed. */
export function MeasureFields(props: {
  draft: IndicatorDraft;
  disabled: boolean;
  onChange: (patch: Partial<IndicatorDraft>) => void;
}) {
  const { draft, disabled, onChange } = props;
  const { t } = useTranslation(['desk', 'public']);
  const fixed = bind(draft, onChange, disabled || draft.released);
  const open = bind(draft, onChange, disabled);
  return (
    <Fields legend={t('desk:framework.measure')}>
      {draft.released && (
        <p className={`${desk.soft} ${styles.wide}`}>{t('desk:framework.locked')}</p>
      )}
      <BoundSelect
        label={t('desk:framework.kind')}
        options={t('desk:framework.kinds', { returnObjects: true })}
        {...fixed.is('kind')}
      />
      <BoundSelect
        label={t('desk:framework.scope')}
        options={t('desk:framework.scopes', { returnObjects: true })}
        {...fixed.is('scope')}
      />
      <BoundText label={t('desk:framework.unitCode')} {...fixed.text('unit')} />
      <BoundText label={t('desk:framework.multiplier')} {...fixed.text('multiplier')} />
      <BoundSelect
        label={t('public:indicator.sheet.direction')}
        options={t('public:indicator.direction', { returnObjects: true })}
        {...open.is('direction')}
      />
      <BoundSelect
        label={t('public:indicator.sheet.valueType')}
        options={t('public:indicator.valueType', { returnObjects: true })}
        {...open.is('valueType')}
      />
      <BoundSelect
        label={t('desk:framework.regionalMethod')}
        options={t('desk:framework.methods', { returnObjects: true })}
        {...open.is('regionalMethod')}
      />
      <BoundSelect
        label={t('desk:framework.centresIn')}
        value={draft.centresIn ?? 'NONE'}
        disabled={disabled}
        onChange={(where) => onChange({ centresIn: where === 'NONE' ? null : where })}
        options={t('desk:framework.centres', { returnObjects: true })}
      />
      <BoundText label={t('desk:framework.decimals')} {...open.whole('decimals')} />
      <BoundText label={t('desk:framework.min')} {...open.text('min')} />
      <BoundText label={t('desk:framework.max')} {...open.text('max')} />
      <BoundText
        label={t('desk:framework.step')}
        hint={t('desk:framework.stepHint')}
        {...open.text('step')}
      />
      {PLAIN_FIELD_NAMES.map((name) => (
        <BoundText
          key={name}
          label={t(`public:indicator.sheet.${name}`)}
          type={isNumberField(name) ? 'number' : 'text'}
          {...open.text(name)}
        />
      ))}
      <BoundText
        label={t('desk:framework.numeratorOf')}
        hint={t('desk:framework.countHint')}
        {...open.text('numeratorOf')}
      />
      <BoundText
        label={t('desk:framework.denominatorOf')}
        hint={t('desk:framework.denominatorHint')}
        {...open.text('denominatorOf')}
      />
      {(['thresholdBase', 'thresholdDetailed', 'position'] as const).map((key) => (
        <BoundText key={key} label={t(`desk:framework.${key}`)} {...open.whole(key)} />
      ))}
      <div className={`${styles.wide ?? ''} ${styles.checks ?? ''}`}>
        {(['whole', 'sensitive', 'reportedCases'] as const).map((key) => (
          <CheckField key={key} label={t(`desk:framework.${key}`)} {...open.is(key)} />
        ))}
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
