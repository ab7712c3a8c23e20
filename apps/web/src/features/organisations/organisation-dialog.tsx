import { Button, Group, Stack } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { languages } from '@qadam/i18n';
import { Dialog } from '../../desk/dialog.tsx';
import { ProblemList } from '../../desk/problem-list.tsx';
import { SelectField } from '../../desk/select-field.tsx';
import { TextField } from '../../desk/text-field.tsx';
import { useChange } from '../../desk/use-change.ts';
import { useEdited } from '../../desk/use-edited.ts';
import { useUnsaved } from '../../desk/use-unsaved.ts';
import {
  ChangeOrganisationDocument,
  CreateOrganisationDocument,
  type OrganisationRowFragment,
} from './organisations.generated.ts';

const needed: readonly string[] = ['en', 'ru'];

interface Draft {
  version: number;
  area: string;
  names: Record<string, string>;
  mailbox: string;
}

const draftOf = (of: OrganisationRowFragment | null): Draft => ({
  version: of?.version ?? 0,
  area: of?.area ?? '',
  names: Object.fromEntries(of?.names.map(({ lang, text }) => [lang, text]) ?? []),
  mailbox: of?.mailbox ?? '',
});

/** The form for a new organisation, or for another name or country of an existing one. */
export function OrganisationDialog(props: {
  organisation: OrganisationRowFragment | null;
  areas: ReadonlyMap<string, string>;
  onClose: () => void;
}) {
  const { organisation, onClose } = props;
  const { t } = useTranslation('desk');
  const [code, setCode] = useState('');
  const { draft, setDraft, unsaved, answered } = useEdited(() => draftOf(organisation));
  useUnsaved(unsaved || code !== '');
  const { area, names, mailbox } = draft;
  const edit = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const { problems, busy, change } = useChange('Organisations');

  const save = async () => {
    const texts = languages.map((lang) => ({ lang, text: names[lang] ?? '' }));
    const shared = { area: area === '' ? null : area, names: texts, mailbox };
    const { done, answer } = await (organisation === null
      ? change(CreateOrganisationDocument, { code, ...shared })
      : change(ChangeOrganisationDocument, {
          organisation: organisation.id,
          expectedVersion: draft.version,
          ...shared,
        }));
    if (answer?.organisation) answered(draftOf(answer.organisation), answer.problems);
    if (done) onClose();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void save();
  };
  return (
    <Dialog title={organisation?.code ?? t('organisations.add')} onClose={onClose}>
      <Stack component="form" onSubmit={submit}>
        {organisation === null && (
          <TextField
            label={t('organisations.code')}
            hint={t('organisations.codeHint')}
            required
            value={code}
            onChange={setCode}
          />
        )}
        {languages.map((lang) => (
          <TextField
            key={lang}
            label={`${t('organisations.names')}, ${t(`admin.lang.${lang}`)}`}
            {...(needed.includes(lang) ? {} : { hint: t('organisations.optional') })}
            required={needed.includes(lang)}
            lang={lang}
            value={names[lang] ?? ''}
            onChange={(text) => edit({ names: { ...names, [lang]: text } })}
          />
        ))}
        <SelectField
          label={t('organisations.area')}
          none={t('organisations.areaAny')}
          value={area}
          options={props.areas}
          onChange={(next) => edit({ area: next })}
        />
        <TextField
          label={t('organisations.mailbox')}
          hint={t('organisations.mailboxHint')}
          type="email"
          value={mailbox}
          onChange={(next) => edit({ mailbox: next })}
        />
        <ProblemList problems={problems} />
        <Group>
          <Button type="submit" loading={busy}>
            {t('admin.save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('admin.cancel')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
