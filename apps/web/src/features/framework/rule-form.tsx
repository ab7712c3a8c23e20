import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '@qadam/i18n';
import { Button } from '../../desk/button.tsx';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useChange } from '../../desk/use-change.ts';
import { useUnsaved } from '../../desk/use-unsaved.ts';
import { useFormat } from '../../ui/use-format.ts';
import { bind, BoundSelect, BoundText, Fields, RefusedFields } from './fields.tsx';
import styles from './framework.module.css';
import { LanguageTabs } from './language-tabs.tsx';
import { Parts } from './parts.tsx';
import { saved, type RuleDraft, type SideDraft } from './rule-draft.ts';
import { RuleTrial } from './rule-trial.tsx';
import { SaveValidationRuleDocument } from './validation-rules.generated.ts';

/** The form for a rule: its two sides, the comparison between them, and the message if it does not hold. */
export function RuleForm(props: {
  rule: RuleDraft;
  /** The next free code: another officer may have taken the one with which a new rule began. */
  freeCode: string;
  /** Names of the indicators that have numbers, by code. */
  indicators: ReadonlyMap<string, string>;
  disabled: boolean;
  onClose: () => void;
}) {
  const { rule, freeCode, indicators, disabled, onClose } = props;
  const { t } = useTranslation('desk');
  const page = useFormat();
  const [draft, setDraft] = useState(rule);
  const [lang, setLang] = useState<Language>(page.lang);
  const { problems, busy, change } = useChange('ValidationRules');
  useUnsaved(draft !== rule);
  const bound = bind(draft, (part) => setDraft({ ...draft, ...part }), disabled);
  const code = draft.version === 0 ? freeCode : draft.code;
  const save = async () => {
    const { done } = await change(SaveValidationRuleDocument, saved({ ...draft, code }));
    if (done) onClose();
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void save();
  };
  const side = (key: 'left' | 'right') => (
    <RuleSide
      legend={t(`framework.rules.${key}`)}
      field={key}
      side={draft[key]}
      indicators={indicators}
      disabled={disabled}
      onChange={(next) => setDraft({ ...draft, [key]: next })}
    />
  );
  return (
    <RefusedFields.Provider value={problems}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <h2>{rule.version === 0 ? t('framework.rules.new') : rule.code}</h2>
        {side('left')}
        <BoundSelect
          label={t('framework.rules.operator')}
          options={t('framework.rules.operators', { returnObjects: true })}
          {...bound.is('operator')}
        />
        {side('right')}
        <div className={styles.choices}>
          <BoundSelect
            label={t('framework.rules.missing')}
            hint={
              draft.missing === 'SKIP_IF_ALL_VALUES_MISSING'
                ? t('framework.rules.missingHint')
                : undefined
            }
            options={t('framework.rules.strategies', { returnObjects: true })}
            {...bound.is('missing')}
          />
          <BoundSelect
            label={t('framework.rules.severity')}
            options={t('framework.rules.severities', { returnObjects: true })}
            {...bound.is('severity')}
          />
        </div>
        <LanguageTabs lang={lang} onChange={setLang}>
          <BoundText
            label={t('framework.rules.message')}
            hint={t('framework.rules.messageHint')}
            rows={2}
            {...bound.texts('message', lang)}
          />
        </LanguageTabs>
        <RuleTrial draft={draft} />
        <ProblemList problems={problems} />
        <div className={desk.row}>
          {!disabled && (
            <Button look="primary" type="submit" disabled={busy}>
              {t('framework.rules.save')}
            </Button>
          )}
          <Button onClick={onClose}>{t('framework.rules.cancel')}</Button>
        </div>
      </form>
    </RefusedFields.Provider>
  );
}

function RuleSide(props: {
  legend: string;
  field: string;
  side: SideDraft;
  indicators: ReadonlyMap<string, string>;
  disabled: boolean;
  onChange: (side: SideDraft) => void;
}) {
  const { legend, field, side, indicators, disabled, onChange } = props;
  const { t } = useTranslation('desk');
  const [first = ''] = indicators.keys();
  return (
    <Fields legend={legend}>
      <div className={`${desk.stack ?? ''} ${styles.wide ?? ''}`}>
        <Parts
          field={`${field}.terms`}
          parts={side.terms}
          nameOf={({ indicator }) => indicator}
          legendOf={(name) => name}
          add={{
            label: t('framework.rules.add'),
            part: () => ({ indicator: first, figure: 'VALUE' as const, factor: '1' }),
          }}
          disabled={disabled}
          onChange={(terms) => onChange({ ...side, terms })}
        >
          {(_, bound) => (
            <>
              <BoundSelect
                label={t('framework.rules.indicator')}
                options={Object.fromEntries(indicators)}
                {...bound.is('indicator')}
              />
              <BoundSelect
                label={t('framework.rules.figure')}
                options={t('framework.rules.figures', { returnObjects: true })}
                {...bound.is('figure')}
              />
              <BoundText label={t('framework.rules.factor')} {...bound.text('factor')} />
            </>
          )}
        </Parts>
      </div>
      <BoundText
        label={t('framework.rules.constant')}
        field={`${field}.constant`}
        value={side.constant}
        disabled={disabled}
        onChange={(constant) => onChange({ ...side, constant })}
      />
    </Fields>
  );
}
