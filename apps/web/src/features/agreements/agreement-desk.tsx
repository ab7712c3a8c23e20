import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import admin from '../../desk/admin.module.css';
import record from '../../desk/record.module.css';
import { FailedToLoad } from '../../desk/failed-to-load.tsx';
import { PartFailed } from '../../desk/part-failed.tsx';
import { useMe } from '../../desk/session.ts';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { AgreementForm } from './agreement-form.tsx';
import {
  AgreementDeskDocument,
  type AgreementFragment,
  EndAgreementDocument,
} from './agreements.generated.ts';
import styles from './agreements.module.css';
import type { SyntheticEvent } from 'react';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { TextField } from '../../desk/text-field.tsx';
import { useChange } from '../../desk/use-change.ts';
import { useStoredDraft } from '../../desk/use-stored-draft.ts';
import { useWhen } from '../../desk/use-when.ts';

function AgreementItem(props: { of: AgreementFragment; areaNames: ReadonlyMap<string, string> }) {
  const { of } = props;
  const { t } = useTranslation('desk');
  const format = useFormat();
  const when = useWhen();
  const me = useMe();
  const { kept: reason, keep: setReason, forget } = useStoredDraft(`end ${of.id}`, '');
  const { problems, busy, change } = useChange('AgreementDesk');
  const send = async () => {
    const { done } = await change(EndAgreementDocument, { id: of.id, reason });
    if (done) forget();
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void send();
  };
  return (
    <li>
      <p className={record.what}>
        <strong>{of.body.name.text}</strong>
        <span className={admin.soft}>
          {props.areaNames.get(of.body.area) ?? of.body.area} ·{' '}
          {of.indicators === null ? t('agreements.everything') : of.indicators.join(', ')}
        </span>
      </p>
      <p>
        <span className={`${record.state ?? ''} ${styles.state ?? ''}`} data-state={of.state}>
          {t(`agreements.state.${of.state as 'IN_FORCE'}`)}
        </span>{' '}
        {of.validUntil === null
          ? t('agreements.since', { from: format.date(of.signedOn) })
          : t('agreements.term', {
              from: format.date(of.signedOn),
              until: format.date(of.validUntil),
            })}{' '}
        {of.document.url === null ? (
          <a href={`/evidence/${of.document.id}`} download>
            {of.document.title}
          </a>
        ) : (
          <a href={of.document.url} target="_blank" rel="noopener noreferrer">
            {of.document.title}
          </a>
        )}
      </p>
      {of.note !== null && <p>{of.note}</p>}
      <p className={admin.soft}>
        {t('agreements.recorded', { name: of.recordedBy.name, time: when(of.recordedAt) })}
        {of.endedBy !== null &&
          of.endedAt !== null &&
          ` ${t('agreements.ended', {
            name: of.endedBy.name,
            time: when(of.endedAt),
            reason: of.endedReason ?? '',
          })}`}
      </p>
      {of.endedBy === null && can(me, 'RECORD_AGREEMENT') === 'ALLOWED' && (
        <details className={record.more}>
          <summary>{t('agreements.end')}</summary>
          <form className={admin.form} onSubmit={submit}>
            <p className={admin.soft}>{t('agreements.endText')}</p>
            <TextField
              label={t('agreements.endReason')}
              required
              value={reason}
              onChange={setReason}
            />
            <ProblemList problems={problems} />
            <button type="submit" className={desk.quiet} disabled={busy}>
              {t('agreements.end')}
            </button>
          </form>
        </details>
      )}
    </li>
  );
}

/** Which body lets which of its figures below national level be published, and what waits for it. */
export function AgreementDesk({ areaNames }: { areaNames: ReadonlyMap<string, string> }) {
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  const me = useMe();
  const { data, error, refetch } = useQuery(AgreementDeskDocument, { variables: { lang } });
  if (error && !data) return <FailedToLoad error={error} retry={refetch} />;
  if (!data) return <PageSkeleton />;
  const { agreements, waiting, ...choices } = data.agreementDesk;
  return (
    <div className={admin.page}>
      <h1>{t('agreements.title')}</h1>
      {error && <PartFailed error={error} retry={refetch} />}
      <p className={record.lead}>{t('agreements.text')}</p>
      {waiting.length > 0 && (
        <section aria-labelledby="waiting" className={record.section}>
          <h2 id="waiting">{t('agreements.waiting')}</h2>
          <ul className={styles.plain}>
            {waiting.map(({ indicator, area, year, values, body }) => (
              <li key={[indicator, area, year, body?.id].join(' ')}>
                {areaNames.get(area) ?? area}, {year} · {indicator} ·{' '}
                {t('agreements.values', { count: values })}{' '}
                <span className={admin.soft}>{body?.name.text ?? t('agreements.noBody')}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="record" className={record.section}>
        <h2 id="record">{t('agreements.onRecord')}</h2>
        {agreements.length === 0 ? (
          <p className={admin.soft}>{t('agreements.none')}</p>
        ) : (
          <ul className={record.list}>
            {agreements.map((one) => (
              <AgreementItem key={one.id} of={one} areaNames={areaNames} />
            ))}
          </ul>
        )}
      </section>
      {can(me, 'RECORD_AGREEMENT') === 'ALLOWED' && (
        <AgreementForm choices={choices} areaNames={areaNames} />
      )}
    </div>
  );
}
