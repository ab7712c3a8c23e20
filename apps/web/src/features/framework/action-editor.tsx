import { NativeSelect, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { INDICATOR_ROLES } from '@qadam/domain';
import type { Language } from '@qadam/i18n';
import { without } from '../../app/search.ts';
import { Button } from '../../desk/button.tsx';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { SelectField } from '../../desk/select-field.tsx';
import { TextField } from '../../desk/text-field.tsx';
import { useChange } from '../../desk/use-change.ts';
import { useEdited } from '../../desk/use-edited.ts';
import { useUnsaved } from '../../desk/use-unsaved.ts';
import { LocalText } from '../../ui/local-text.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { bind, BoundSelect, BoundText } from './fields.tsx';
import {
  SaveActionDocument,
  type FrameworkActionFragment,
  type FrameworkIndicatorFragment,
} from './framework.generated.ts';
import styles from './framework.module.css';
import { LanguageTabs } from './language-tabs.tsx';
import { drafted, filled } from './texts.ts';

const actionDraft = (action: FrameworkActionFragment) =>
  drafted(action, 'title', 'quote', 'reading');

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
  const edit = (part: Partial<typeof draft>) => {
    setDraft({ ...draft, ...part });
    setSaved(false);
  };
  const bound = bind(draft, edit);
  const [reason, setReason] = useState('');
  const [saved, setSaved] = useState(false);
  useUnsaved(unsaved);
  const { problems, busy, change } = useChange('Framework');

  const save = async () => {
    const { done, answer } = await change(SaveActionDocument, {
      ...without(filled(draft, 'title', 'quote', 'reading'), 'version'),
      expectedVersion: draft.version,
      links: draft.links.map(({ indicator, role, weight }) => ({
        ...{ indicator, role, weight: weight.trim().replace(',', '.') },
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
        <BoundText label={t('framework.titleField')} {...bound.texts('title', lang)} />
        {(['quote', 'reading'] as const).map((key) => (
          <BoundText
            key={key}
            label={t(`framework.${key}`)}
            hint={t(`framework.${key}Hint`)}
            rows={4}
            {...bound.texts(key, lang)}
          />
        ))}
      </LanguageTabs>
      <div className={styles.choices}>
        <BoundSelect
          label={t('framework.actionKind')}
          options={t('framework.actionKinds', { returnObjects: true })}
          {...bound.is('kind')}
        />
        <BoundSelect
          label={t('framework.scope')}
          options={t('framework.scopes', { returnObjects: true })}
          {...bound.is('scope')}
        />
      </div>
      <LinkRows links={draft.links} indicators={indicators} onChange={(links) => edit({ links })} />
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
        <Button look="primary" type="submit" disabled={busy}>
          {t('framework.save')}
        </Button>
      </div>
    </form>
  );
}

type Links = FrameworkActionFragment['links'];

/** Which indicators belong to the action, in what role and with what weight. An indicator that is never scored can only be context. */
function LinkRows(props: {
  links: Links;
  indicators: ReadonlyMap<string, FrameworkIndicatorFragment>;
  onChange: (links: Links) => void;
}) {
  const { links, indicators, onChange } = props;
  const { t } = useTranslation(['desk', 'public']);
  const others = [...indicators.values()].filter(
    ({ code }) => !links.some((link) => link.indicator === code),
  );
  const change = (index: number, patch: Partial<Links[number]>) =>
    onChange(links.map((link, at) => (at === index ? { ...link, ...patch } : link)));
  return (
    <div className={desk.stack}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('desk:framework.indicator')}</th>
            <th scope="col">{t('desk:framework.role')}</th>
            <th scope="col">{t('desk:framework.weight')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {links.map(({ indicator: code, role, weight }, index) => {
            const indicator = indicators.get(code);
            const never = indicator?.direction === 'NONE';
            return (
              <tr key={code}>
                <th scope="row">
                  {code} {indicator && <LocalText of={indicator.name} />}
                </th>
                <td>
                  <NativeSelect
                    aria-label={t('desk:framework.roleOf', { code })}
                    value={role}
                    data={INDICATOR_ROLES.map((one) => ({
                      value: one,
                      label: t(`public:role.${one}`),
                      disabled: never && one !== 'CONTEXT',
                    }))}
                    onChange={({ currentTarget: { value } }) =>
                      change(index, {
                        role: INDICATOR_ROLES.find((one) => one === value) ?? role,
                      })
                    }
                  />
                </td>
                <td>
                  <TextInput
                    inputMode="decimal"
                    maw="6rem"
                    aria-label={t('desk:framework.weightOf', { code })}
                    value={weight}
                    onChange={(event) => change(index, { weight: event.currentTarget.value })}
                  />
                </td>
                <td>
                  <Button look="linklike" onClick={() => onChange(links.toSpliced(index, 1))}>
                    {t('desk:framework.remove', { what: code })}
                  </Button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <SelectField
        label={t('desk:framework.addIndicator')}
        value=""
        onChange={(indicator) => onChange([...links, { indicator, role: 'CONTEXT', weight: '1' }])}
        none={t('desk:framework.choose')}
        options={others.map(({ code, name }) => [code, `${code} ${name.text}`])}
      />
    </div>
  );
}
