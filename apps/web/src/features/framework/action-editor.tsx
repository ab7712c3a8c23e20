import { useMutation } from '@apollo/client/react';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '@qadam/i18n';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import type { Trouble } from '../../desk/problem-text.ts';
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
  const [title, setTitle] = useState(() => draftOf(action.title));
  const [text, setText] = useState(() => draftOf(action.text));
  const [pillar, setPillar] = useState(action.pillar);
  const [kind, setKind] = useState(action.kind);
  const [scope, setScope] = useState(action.scope);
  const [links, setLinks] = useState(action.links);
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<readonly Trouble[]>([]);
  const [saved, setSaved] = useState(false);
  // of what is shown here: who is overtaken must load the page again
  const [version, setVersion] = useState(action.version);
  const [send, { loading }] = useMutation(SaveActionDocument, { fetchPolicy: 'no-cache' });

  const save = async () => {
    const { code, position } = action;
    const input = {
      code,
      expectedVersion: version,
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
      setProblems(answer?.problems ?? []);
      setSaved(answer?.problems.length === 0);
      if (answer?.problems.length === 0 && answer.action) setVersion(answer.action.version);
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
          onChange={(next) => setTitle({ ...title, [lang]: next })}
        />
        <TextField
          label={t('desk:framework.textField')}
          lang={lang}
          rows={4}
          value={text[lang] ?? ''}
          onChange={(next) => setText({ ...text, [lang]: next })}
        />
      </LanguageTabs>
      <div className={styles.choices}>
        <SelectField
          label={t('desk:framework.pillar')}
          value={pillar}
          onChange={setPillar}
          options={{
            WORK_TOGETHER: t('public:pillar.WORK_TOGETHER'),
            REACH_EVERYONE: t('public:pillar.REACH_EVERYONE'),
            ZERO_TOLERANCE: t('public:pillar.ZERO_TOLERANCE'),
          }}
        />
        <SelectField
          label={t('desk:framework.actionKind')}
          value={kind}
          onChange={setKind}
          options={t('desk:framework.actionKinds', { returnObjects: true })}
        />
        <SelectField
          label={t('desk:framework.scope')}
          value={scope}
          onChange={setScope}
          options={t('desk:framework.scopes', { returnObjects: true })}
        />
      </div>
      <LinkRows links={links} indicators={indicators} onChange={setLinks} />
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
