import { Checkbox, SimpleGrid } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import admin from '../../desk/admin.module.css';
import { Form } from '../../desk/form.tsx';
import { SelectField } from '../../desk/select-field.tsx';
import { TextField } from '../../desk/text-field.tsx';
import { useChange } from '../../desk/use-change.ts';
import { useStoredDraft } from '../../desk/use-stored-draft.ts';
import { RecordAgreementDocument, type AgreementDeskQuery } from './agreements.generated.ts';

const EMPTY = {
  body: '',
  signedOn: '',
  validUntil: '',
  document: '',
  note: '',
  codes: [] as string[],
};

export function AgreementForm(props: {
  choices: Pick<AgreementDeskQuery['agreementDesk'], 'bodies' | 'documents' | 'indicators'>;
  areaNames: ReadonlyMap<string, string>;
}) {
  const { bodies, documents, indicators } = props.choices;
  const { t } = useTranslation('desk');
  const { kept: draft, keep, forget } = useStoredDraft('agreement', EMPTY);
  const { codes, validUntil, ...typed } = draft;
  const [isSaved, setSaved] = useState(false);
  const { problems, busy, change: record } = useChange('AgreementDesk');
  const area = bodies.find(({ id }) => id === draft.body)?.area;
  const ofArea = documents.filter((document) => document.area === area);
  const change = (part: Partial<typeof EMPTY>) => {
    keep({ ...draft, ...part });
    setSaved(false);
  };
  const field = (name: keyof typeof typed | 'validUntil') => ({
    value: draft[name],
    onChange: (value: string) => change({ [name]: value }),
  });
  const send = async () => {
    const { done } = await record(RecordAgreementDocument, {
      ...typed,
      validUntil: validUntil === '' ? null : validUntil,
      indicators: codes.length === 0 ? null : codes,
    });
    setSaved(done);
    if (done) forget();
  };
  return (
    <Form
      bg="var(--ground)"
      p="lg"
      bdrs="md"
      aria-labelledby="new-agreement"
      problems={problems}
      button={t('agreements.save')}
      disabled={busy}
      beside={isSaved && <p role="status">{t('agreements.saved')}</p>}
      send={send}
    >
      <h2 id="new-agreement">{t('agreements.new')}</h2>
      <div className={admin.fields}>
        <SelectField
          label={t('agreements.body')}
          none={t('agreements.choose')}
          required
          value={draft.body}
          options={bodies.map((body) => [
            body.id,
            `${props.areaNames.get(body.area) ?? body.area}: ${body.name.text}`,
          ])}
          onChange={(body) => change({ body, document: '' })}
        />
        <TextField label={t('agreements.signedOn')} type="date" required {...field('signedOn')} />
        <TextField
          label={t('agreements.validUntil')}
          hint={t('agreements.validHint')}
          type="date"
          {...field('validUntil')}
        />
        <SelectField
          label={t('agreements.document')}
          hint={t('agreements.documentHint')}
          none={t('agreements.choose')}
          required
          options={ofArea.map(({ id, title }) => [id, title])}
          {...field('document')}
        />
      </div>
      <Checkbox.Group
        label={t('agreements.scope')}
        description={t('agreements.scopeHint')}
        inputWrapperOrder={['label', 'description', 'input']}
        value={codes}
        onChange={(next) => change({ codes: next })}
      >
        <SimpleGrid
          minColWidth="min(22rem, 100%)"
          spacing="xs"
          mah="16rem"
          style={{ overflowY: 'auto' }}
        >
          {indicators.map(({ code, name }) => (
            <Checkbox key={code} value={code} label={`${code} ${name.text}`} />
          ))}
        </SimpleGrid>
      </Checkbox.Group>
      <TextField label={t('agreements.note')} {...field('note')} />
    </Form>
  );
}
