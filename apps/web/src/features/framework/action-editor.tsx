import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '@qadam/i18n';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useChange } from '../../desk/use-change.ts';
import { useEdited } from '../../desk/use-edited.ts';
import { useUnsaved } from '../../desk/use-unsaved.ts';
import { useFormat } from '../../ui/use-format.ts';
import { SelectField, TextField } from './fields.tsx';
import {
  SaveActionDocument,
  type FrameworkActionFragment,
  type FrameworkIndicatorFragment,
} from './framework.generated.ts';
import styles from './framework.module.css';
import { LanguageTabs } from './language-tabs.tsx';
import { LinkRows } from './link-rows.tsx';
import { draftOf, filledTexts } from './texts.ts';

const actionDraft = (action: FrameworkActionFragment) => {
  const { version, kind, scope, links } = action;
  const texts = {
    title: draftOf(action.title),
    quote: draftOf(action.quote),
    reading: draftOf(action.reading),
  };
  return { ...texts, version, kind, scope, links };
};

/** Texts and indicators of an action. A changed weight or role needs a reason. */
export function ActionEditor(props: {
  action: FrameworkActionFragment;
  indicators: ReadonlyMap<string, FrameworkIndicatorFragment>;
}) {
  const { action, indicators } = props;
  const { t } = useTranslation('desk');
  const page = useFormat();
  const [lang, setLang] = useState<Language>(page.lang);
  const { draft, setDraft, unsaved, answered } = useEdited(() => actionDraft(action));
  const { title, quote, reading, kind, scope, links } = draft;
  const edit = (part: Partial<typeof draft>) => {
    setDraft({ ...draft, ...part });
    setSaved(false);
  };
  const [reason, setReason] = useState('');
  const [saved, setSaved] = useState(false);
  useUnsaved(unsaved);
  const { problems, busy, change } = useChange('Framework');

  const save = async () => {
    const { code, position } = action;
    const { done, answer } = await change(SaveActionDocument, {
      code,
      expectedVersion: draft.version,
      kind,
      scope,
      position,
      title: filledTexts(title),
      quote: filledTexts(quote),
      reading: filledTexts(reading),
      links: links.map(({ indicator, role, weight }) => ({
        indicator,
        role,
        weight: weight.trim().replace(',', '.'),
      })),
      reason,
    });
    setSaved(done);
    if (answer?.action) answered(actionDraft(answer.action), answer.problems);
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setSaved(false);
    void save();
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <LanguageTabs lang={lang} onChange={setLang}>
        <TextField
          label={t('framework.titleField')}
          lang={lang}
          value={title[lang] ?? ''}
          onChange={(next) => edit({ title: { ...title, [lang]: next } })}
        />
        <TextField
          label={t('framework.quote')}
          hint={t('framework.quoteHint')}
          lang={lang}
          rows={4}
          value={quote[lang] ?? ''}
          onChange={(next) => edit({ quote: { ...quote, [lang]: next } })}
        />
        <TextField
          label={t('framework.reading')}
          hint={t('framework.readingHint')}
          lang={lang}
          rows={4}
          value={reading[lang] ?? ''}
          onChange={(next) => edit({ reading: { ...reading, [lang]: next } })}
        />
      </LanguageTabs>
      <div className={styles.choices}>
        <SelectField
          label={t('framework.actionKind')}
          value={kind}
          onChange={(next) => edit({ kind: next })}
          options={t('framework.actionKinds', { returnObjects: true })}
        />
        <SelectField
          label={t('framework.scope')}
          value={scope}
          onChange={(next) => edit({ scope: next })}
          options={t('framework.scopes', { returnObjects: true })}
        />
      </div>
      <LinkRows links={links} indicators={indicators} onChange={(next) => edit({ links: next })} />
      <TextField
        label={t('framework.reason')}
        hint={t('framework.reasonHint')}
        value={reason}
        onChange={setReason}
      />
      <ProblemList problems={problems} />
      {saved && (
        <p role="status" className={styles.saved}>
          {t('framework.saved')}
        </p>
      )}
      <div>
        <button type="submit" className={desk.primary} disabled={busy}>
          {t('framework.save')}
        </button>
      </div>
    </form>
  );
}
