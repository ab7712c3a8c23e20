import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import admin from '../../desk/admin.module.css';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { SelectField } from '../../desk/select-field.tsx';
import { TextField } from '../../desk/text-field.tsx';
import { useChange } from '../../desk/use-change.ts';
import { useStoredDraft } from '../../desk/use-stored-draft.ts';
import { RecordAgreementDocument, type AgreementDeskQuery } from './agreements.generated.ts';
import styles from './agreements.module.css';

const EMPTY = {
  body: '',
  signedOn: '',
  validUntil: '',
  document: '',
  note: '',
  codes: [] as readonly string[],
};

export function AgreementForm(props: {
  choices: Pick<AgreementDeskQuery['agreementDesk'], 'bodies' | 'documents' | 'indicators'>;
  areaNames: ReadonlyMap<string, string>;
}) {
  const { bodies, documents, indicators } = props.choices;
  const { t } = useTranslation('desk');
  const { kept: draft, keep, forget } = useStoredDraft('agreement', EMPTY);
  const { codes } = draft;
  const [isSaved, setSaved] = useState(false);
  const { problems, busy, change: record } = useChange('AgreementDesk');
  const area = bodies.find(({ id }) => id === draft.body)?.area;
  const ofArea = documents.filter((document) => document.area === area);
  const change = (part: Partial<typeof EMPTY>) => {
    keep({ ...draft, ...part });
    setSaved(false);
  };
  const send = async () => {
    const { done } = await record(RecordAgreementDocument, {
      body: draft.body,
      document: draft.document,
      signedOn: draft.signedOn,
      validUntil: draft.validUntil === '' ? null : draft.validUntil,
      note: draft.note,
      indicators: codes.length === 0 ? null : [...codes],
    });
    setSaved(done);
    if (done) forget();
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void send();
  };
  return (
    <form className={admin.box} onSubmit={submit} aria-labelledby="new-agreement">
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
        <TextField
          label={t('agreements.signedOn')}
          type="date"
          required
          value={draft.signedOn}
          onChange={(signedOn) => change({ signedOn })}
        />
        <TextField
          label={t('agreements.validUntil')}
          hint={t('agreements.validHint')}
          type="date"
          value={draft.validUntil}
          onChange={(validUntil) => change({ validUntil })}
        />
        <SelectField
          label={t('agreements.document')}
          hint={t('agreements.documentHint')}
          none={t('agreements.choose')}
          required
          value={draft.document}
          options={ofArea.map(({ id, title }) => [id, title])}
          onChange={(document) => change({ document })}
        />
      </div>
      <fieldset className={styles.scope}>
        <legend>{t('agreements.scope')}</legend>
        <p className={admin.soft}>{t('agreements.scopeHint')}</p>
        <div className={styles.codes}>
          {indicators.map(({ code, name }) => (
            <label key={code}>
              <input
                type="checkbox"
                checked={codes.includes(code)}
                onChange={(event) =>
                  change({
                    codes: event.target.checked
                      ? [...codes, code]
                      : codes.filter((one) => one !== code),
                  })
                }
              />{' '}
              {code} {name.text}
            </label>
          ))}
        </div>
      </fieldset>
      <div className={admin.fields}>
        <TextField
          label={t('agreements.note')}
          value={draft.note}
          onChange={(note) => change({ note })}
        />
      </div>
      <ProblemList problems={problems} />
      {isSaved && <p role="status">{t('agreements.saved')}</p>}
      <button type="submit" className={desk.primary} disabled={busy}>
        {t('agreements.save')}
      </button>
    </form>
  );
}
