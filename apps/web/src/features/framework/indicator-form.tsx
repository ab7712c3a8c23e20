import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '@qadam/i18n';
import { Button } from '../../desk/button.tsx';
import { ProblemList } from '../../desk/problem-list.tsx';
import type { Problem } from '../../desk/problem-text.ts';
import { useChange } from '../../desk/use-change.ts';
import { useEdited } from '../../desk/use-edited.ts';
import { useUnsaved } from '../../desk/use-unsaved.ts';
import { useFormat } from '../../ui/use-format.ts';
import { ElementFields } from './element-fields.tsx';
import { RefusedFields } from './fields.tsx';
import styles from './framework.module.css';
import { completenessOf, indicatorDraft, indicatorInput } from './indicator-draft.ts';
import { SaveIndicatorDocument, type IndicatorSheetFragment } from './indicator-sheet.generated.ts';
import { LanguageTabs } from './language-tabs.tsx';
import { MeasureFields } from './measure-fields.tsx';
import { BenchmarkFields, BreakFields } from './parts.tsx';
import { Warnings } from './warnings.tsx';
import { TextPanel } from './text-panel.tsx';

/** An indicator with its metadata sheet. After an edit conflict it shows the stored version below what was typed. */
export function IndicatorForm(props: {
  indicator: IndicatorSheetFragment;
  areas: ReadonlyMap<string, string>;
  mayEdit: boolean;
}) {
  const { indicator, areas, mayEdit } = props;
  const { t } = useTranslation('desk');
  const page = useFormat();
  const { draft, setDraft, unsaved, answered } = useEdited(() => indicatorDraft(indicator));
  const [lang, setLang] = useState<Language>(page.lang);
  const [warnings, setWarnings] = useState<readonly Problem[]>([]);
  const [reason, setReason] = useState('');
  const [saved, setSaved] = useState(false);
  const { problems, busy, change } = useChange();
  const form = useRef<HTMLFormElement>(null);
  useUnsaved(unsaved);
  // runs once the fields are marked as invalid
  useEffect(() => {
    if (problems.length > 0)
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problems]);
  const disabled = !mayEdit;
  const edit = (patch: Partial<typeof draft>) => {
    setDraft({ ...draft, ...patch });
    setSaved(false);
  };

  const save = async () => {
    const { done, answer } = await change(SaveIndicatorDocument, indicatorInput(draft, reason));
    if (!answer) return;
    setWarnings(answer.warnings);
    if (!answer.indicator) return;
    answered(indicatorDraft(answer.indicator), answer.problems);
    setSaved(done);
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void save();
  };
  return (
    <RefusedFields value={problems}>
      <form ref={form} className={styles.form} onSubmit={submit} noValidate>
        <LanguageTabs lang={lang} onChange={setLang} meterOf={(one) => completenessOf(draft, one)}>
          <TextPanel draft={draft} lang={lang} disabled={disabled} onChange={edit} />
        </LanguageTabs>
        {draft.kind === 'MILESTONE' && (
          <ElementFields
            law={draft.code}
            elements={draft.elements}
            lang={lang}
            disabled={disabled}
            reason={reason}
            onReason={setReason}
            onChange={(elements) => edit({ elements })}
          />
        )}
        <MeasureFields draft={draft} disabled={disabled} onChange={edit} />
        <BenchmarkFields
          code={draft.code}
          benchmarks={draft.benchmarks}
          lang={lang}
          disabled={disabled}
          onChange={(benchmarks) => edit({ benchmarks })}
        />
        <BreakFields
          breaks={draft.breaks}
          areas={areas}
          lang={lang}
          disabled={disabled}
          onChange={(breaks) => edit({ breaks })}
        />
        {mayEdit && (
          <div className={styles.bar}>
            <ProblemList problems={problems} />
            {saved && (
              <p role="status" className={styles.saved}>
                {t('framework.saved')}
              </p>
            )}
            {saved && <Warnings warnings={warnings} />}
            <Button look="primary" type="submit" disabled={busy}>
              {t('framework.save')}
            </Button>
          </div>
        )}
      </form>
    </RefusedFields>
  );
}
