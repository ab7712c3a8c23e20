import { useMutation } from '@apollo/client/react';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '@qadam/i18n';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import type { Trouble } from '../../desk/problem-text.ts';
import { useEdited } from '../../desk/use-edited.ts';
import { useUnsaved } from '../../desk/use-unsaved.ts';
import { unreachable } from '../../desk/unreachable.ts';
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
import { draftOf, saidIn } from './texts.ts';

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
  reload: () => Promise<unknown>;
}) {
  const { action, indicators, reload } = props;
  const { t } = useTranslation('desk');
  const page = useFormat();
  const [lang, setLang] = useState<Language>(page.lang);
  const { draft, setDraft, unsaved, answered } = useEdited(() => actionDraft(action));
  const { title, quote, reading, kind, scope, links } = draft;
  const change = (part: Partial<typeof draft>) => {
    setDraft({ ...draft, ...part });
    setSaved(false);
  };
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<readonly Trouble[]>([]);
  const [saved, setSaved] = useState(false);
  useUnsaved(unsaved);
  const [send, { loading }] = useMutation(SaveActionDocument, { fetchPolicy: 'no-cache' });

  const save = async () => {
    const { code, position } = action;
    const input = {
      code,
      expectedVersion: draft.version,
      kind,
      scope,
      position,
      title: saidIn(title),
      quote: saidIn(quote),
      reading: saidIn(reading),
      links: links.map(({ indicator, role, weight }) => ({
        indicator,
        role,
        weight: weight.trim().replace(',', '.'),
      })),
      reason,
      idempotencyKey: crypto.randomUUID(),
    };
    try {
      const answer = (await send({ variables: { input } })).data?.saveAction;
      const found = answer?.problems ?? [];
      setProblems(found);
      setSaved(found.length === 0);
      if (answer?.action) answered(actionDraft(answer.action), found);
    } catch (error) {
      setProblems([unreachable(error)]);
    }
    await reload();
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
          onChange={(next) => change({ title: { ...title, [lang]: next } })}
        />
        <TextField
          label={t('framework.quote')}
          hint={t('framework.quoteHint')}
          lang={lang}
          rows={4}
          value={quote[lang] ?? ''}
          onChange={(next) => change({ quote: { ...quote, [lang]: next } })}
        />
        <TextField
          label={t('framework.reading')}
          hint={t('framework.readingHint')}
          lang={lang}
          rows={4}
          value={reading[lang] ?? ''}
          onChange={(next) => change({ reading: { ...reading, [lang]: next } })}
        />
      </LanguageTabs>
      <div className={styles.choices}>
        <SelectField
          label={t('framework.actionKind')}
          value={kind}
          onChange={(next) => change({ kind: next })}
          options={t('framework.actionKinds', { returnObjects: true })}
        />
        <SelectField
          label={t('framework.scope')}
          value={scope}
          onChange={(next) => change({ scope: next })}
          options={t('framework.scopes', { returnObjects: true })}
        />
      </div>
      <LinkRows
        links={links}
        indicators={indicators}
        onChange={(next) => change({ links: next })}
      />
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
        <button type="submit" className={desk.primary} disabled={loading}>
          {t('framework.save')}
        </button>
      </div>
    </form>
  );
}
