import { useQuery } from '@apollo/client/react';
import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { canSomewhere } from '@qadam/domain';
import admin from '../../desk/admin.module.css';
import { answered } from '../../desk/answered.tsx';
import { EvidenceName } from '../../desk/evidence/evidence-name.tsx';
import { Form } from '../../desk/form.tsx';
import record from '../../desk/record.module.css';
import { useMe } from '../../desk/session.ts';
import { TextField } from '../../desk/text-field.tsx';
import { useChange } from '../../desk/use-change.ts';
import { useStoredDraft } from '../../desk/use-stored-draft.ts';
import { useWhen } from '../../desk/use-when.ts';
import { useFormat } from '../../ui/use-format.ts';
import { AgreementForm } from './agreement-form.tsx';
import {
  AgreementDeskDocument,
  EndAgreementDocument,
  type AgreementFragment,
} from './agreements.generated.ts';

/** Which organisations allow which of their figures below national level to be published, and which figures wait for that. */
export function AgreementDesk({ areaNames }: { areaNames: ReadonlyMap<string, string> }) {
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  const me = useMe();
  const { data, instead, notice } = answered(
    useQuery(AgreementDeskDocument, { variables: { lang } }),
  );
  if (!data) return instead;
  const { agreements, waiting, ...choices } = data.agreementDesk;
  return (
    <Stack gap="lg">
      <h1>{t('agreements.title')}</h1>
      {notice}
      <p className={record.lead}>{t('agreements.text')}</p>
      {waiting.length > 0 && (
        <section aria-labelledby="waiting">
          <h2 id="waiting">{t('agreements.waiting')}</h2>
          <ul className={record.cover}>
            {waiting.map(({ indicator, area, year, values, body }) => (
              <li key={[indicator, area, year, body?.id].join(' ')}>
                {areaNames.get(area) ?? area}, {year} · {indicator} ·{' '}
                {t('agreements.values', { count: values })}{' '}
                <span className="note">{body?.name.text ?? t('agreements.noBody')}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="record" className={record.section}>
        <h2 id="record">{t('agreements.onRecord')}</h2>
        {agreements.length === 0 ? (
          <p className="note">{t('agreements.none')}</p>
        ) : (
          <ul className={record.list}>
            {agreements.map((one) => (
              <AgreementItem key={one.id} of={one} areaNames={areaNames} />
            ))}
          </ul>
        )}
      </section>
      {canSomewhere(me, 'RECORD_AGREEMENT') === 'ALLOWED' && (
        <AgreementForm choices={choices} areaNames={areaNames} />
      )}
    </Stack>
  );
}

function AgreementItem(props: { of: AgreementFragment; areaNames: ReadonlyMap<string, string> }) {
  const { id, body, indicators, state, signedOn, validUntil, document, ...of } = props.of;
  const { t } = useTranslation('desk');
  const { date } = useFormat();
  const when = useWhen();
  const me = useMe();
  const { kept: reason, keep: setReason, forget } = useStoredDraft(`end ${id}`, '');
  const { problems, busy, change } = useChange('AgreementDesk');
  const send = async () => {
    const { done } = await change(EndAgreementDocument, { id, reason });
    if (done) forget();
  };
  return (
    <li>
      <p className={record.what}>
        <strong>{body.name.text}</strong>
        <span className="note">
          {props.areaNames.get(body.area) ?? body.area} ·{' '}
          {indicators === null ? t('agreements.everything') : indicators.join(', ')}
        </span>
      </p>
      <p>
        <span className={`${admin.badge} ${state === 'IN_FORCE' ? 'strong' : admin.off}`}>
          {t(`agreements.state.${state as 'IN_FORCE'}`)}
        </span>{' '}
        {validUntil === null
          ? t('agreements.since', { from: date(signedOn) })
          : t('agreements.term', { from: date(signedOn), until: date(validUntil) })}{' '}
        <EvidenceName of={document} />
      </p>
      {of.note !== null && <p>{of.note}</p>}
      <p className="note">
        {t('agreements.recorded', { name: of.recordedBy.name, time: when(of.recordedAt) })}
        {of.endedBy !== null &&
          of.endedAt !== null &&
          ` ${t('agreements.ended', {
            name: of.endedBy.name,
            time: when(of.endedAt),
            reason: of.endedReason ?? '',
          })}`}
      </p>
      {of.endedBy === null && canSomewhere(me, 'RECORD_AGREEMENT') === 'ALLOWED' && (
        <details className={record.more}>
          <summary>{t('agreements.end')}</summary>
          <Form minor problems={problems} button={t('agreements.end')} disabled={busy} send={send}>
            <p className="note">{t('agreements.endText')}</p>
            <TextField
              label={t('agreements.endReason')}
              required
              value={reason}
              onChange={setReason}
            />
          </Form>
        </details>
      )}
    </li>
  );
}
