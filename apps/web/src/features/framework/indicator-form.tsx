import { useMutation } from '@apollo/client/react';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '@qadam/i18n';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import type { Trouble } from '../../desk/problem-text.ts';
import { unreachable } from '../../desk/unreachable.ts';
import { useEdited } from '../../desk/use-edited.ts';
import { useUnsaved } from '../../desk/use-unsaved.ts';
import { useFormat } from '../../ui/use-format.ts';
import { BenchmarkFields } from './benchmark-fields.tsx';
import { BreakFields } from './break-fields.tsx';
import { ElementFields } from './element-fields.tsx';
import styles from './framework.module.css';
import { completenessOf, indicatorDraft, indicatorInput } from './indicator-draft.ts';
import { SaveIndicatorDocument, type IndicatorSheetFragment } from './indicator-sheet.generated.ts';
import { LanguageTabs } from './language-tabs.tsx';
import { MeasureFields } from './measure-fields.tsx';
import { Warnings } from './warnings.tsx';
import { TextPanel } from './text-panel.tsx';

/** An indicator with its metadata sheet. Where somebody else saved first, it shows what they saved under what was typed here. */
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
  const [problems, setProblems] = useState<readonly Trouble[]>([]);
  const [warnings, setWarnings] = useState<readonly Trouble[]>([]);
  const [reason, setReason] = useState('');
  const [saved, setSaved] = useState(false);
  const [send, { loading }] = useMutation(SaveIndicatorDocument, { fetchPolicy: 'no-cache' });
  useUnsaved(unsaved);
  const disabled = !mayEdit;
  const change = (patch: Partial<typeof draft>) => {
    setDraft({ ...draft, ...patch });
    setSaved(false);
  };

  const save = async () => {
    const input = indicatorInput(draft, reason, crypto.randomUUID());
    try {
      const answer = (await send({ variables: { input } })).data?.saveIndicator;
      setProblems(answer?.problems ?? []);
      setWarnings(answer?.warnings ?? []);
      if (!answer?.indicator) return;
      answered(indicatorDraft(answer.indicator), answer.problems);
      setSaved(answer.problems.length === 0);
    } catch (error) {
      setProblems([unreachable(error)]);
    }
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void save();
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <LanguageTabs lang={lang} onChange={setLang} meterOf={(one) => completenessOf(draft, one)}>
        <TextPanel draft={draft} lang={lang} disabled={disabled} onChange={change} />
      </LanguageTabs>
      {draft.kind === 'MILESTONE' && (
        <ElementFields
          law={draft.code}
          elements={draft.elements}
          lang={lang}
          disabled={disabled}
          reason={reason}
          onReason={setReason}
          onChange={(elements) => change({ elements })}
        />
      )}
      <MeasureFields draft={draft} disabled={disabled} onChange={change} />
      <BenchmarkFields
        code={draft.code}
        benchmarks={draft.benchmarks}
        lang={lang}
        disabled={disabled}
        onChange={(benchmarks) => change({ benchmarks })}
      />
      <BreakFields
        breaks={draft.breaks}
        areas={areas}
        lang={lang}
        disabled={disabled}
        onChange={(breaks) => change({ breaks })}
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
          <button type="submit" className={desk.primary} disabled={loading}>
            {t('framework.save')}
          </button>
        </div>
      )}
    </form>
  );
}
