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
  const { version, pillar, kind, scope, links } = action;
  const texts = { title: draftOf(action.title), text: draftOf(action.text) };
  return { ...texts, version, pillar, kind, scope, links };
};

/** Texts, area and indicators of an action. A changed weight or role needs a reason. */
export function ActionEditor(props: {
  action: FrameworkActionFragment;
  indicators: ReadonlyMap<string, FrameworkIndicatorFragment>;
  reload: () => Promise<unknown>;
}) {
  const { action, indicators, reload } = props;
  const { t } = useTranslation(['desk', 'public']);
  const page = useFormat();
  const [lang, setLang] = useState<Language>(page.lang);
  const { draft, setDraft, unsaved, answered } = useEdited(() => actionDraft(action));
  const { title, text, pillar, kind, scope, links } = draft;
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
      pillar,
      title: saidIn(title),
      text: saidIn(text),
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
          label={t('desk:framework.titleField')}
          lang={lang}
          value={title[lang] ?? ''}
          onChange={(next) => change({ title: { ...title, [lang]: next } })}
        />
        <TextField
          label={t('desk:framework.textField')}
          lang={lang}
          rows={4}
          value={text[lang] ?? ''}
          onChange={(next) => change({ text: { ...text, [lang]: next } })}
        />
      </LanguageTabs>
      <div className={styles.choices}>
        <SelectField
          label={t('desk:framework.pillar')}
          value={pillar}
          onChange={(next) => change({ pillar: next })}
          options={{
            WORK_TOGETHER: t('public:pillar.WORK_TOGETHER'),
            REACH_EVERYONE: t('public:pillar.REACH_EVERYONE'),
            ZERO_TOLERANCE: t('public:pillar.ZERO_TOLERANCE'),
          }}
        />
        <SelectField
          label={t('desk:framework.actionKind')}
          value={kind}
          onChange={(next) => change({ kind: next })}
          options={t('desk:framework.actionKinds', { returnObjects: true })}
        />
        <SelectField
          label={t('desk:framework.scope')}
          value={scope}
          onChange={(next) => change({ scope: next })}
          options={t('desk:framework.scopes', { returnObjects: true })}
        />
      </div>
      <LinkRows
        links={links}
        indicators={indicators}
        onChange={(next) => change({ links: next })}
      />
      <TextField
        label={t('desk:framework.reason')}
        hint={t('desk:framework.reasonHint')}
        value={reason}
        onChange={setReason}
      />
      <ProblemList problems={problems} />
      {saved && (
        <p role="status" className={styles.saved}>
          {t('desk:framework.saved')}
        </p>
      )}
      <div>
        <button type="submit" className={desk.primary} disabled={loading}>
          {t('desk:framework.save')}
        </button>
      </div>
    </form>
  );
}
