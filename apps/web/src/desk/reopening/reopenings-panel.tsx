import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import { LocalText } from '../../ui/local-text.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { Button } from '../button.tsx';
import desk from '../desk.module.css';
import { PartFailed } from '../part-failed.tsx';
import { ProblemList } from '../problem-list.tsx';
import { useMe } from '../session.ts';
import { TextArea } from '../text-area.tsx';
import { TextField } from '../text-field.tsx';
import { useChange } from '../use-change.ts';
import { useStoredDraft } from '../use-stored-draft.ts';
import { dayOf, instantOf, useWhen } from '../use-when.ts';
import {
  DeclineReopenDocument,
  GrantReopenDocument,
  ReopeningsDocument,
  RevokeReopenDocument,
  type ReopeningFragment,
} from './reopening.generated.ts';
import styles from './reopening.module.css';

/** Requests to reopen locked cells, and cells that are open now, each with person and time. */
export function ReopeningsPanel({ areaNames }: { areaNames: ReadonlyMap<string, string> }) {
  const { t } = useTranslation('desk');
  const { lang } = useFormat();
  const when = useWhen();
  const me = useMe();
  const { data, error, refetch } = useQuery(ReopeningsDocument, {
    variables: { lang, area: null },
  });
  if (error && !data) return <PartFailed error={error} retry={refetch} />;
  const reopenings = data?.reopenings ?? [];
  if (reopenings.length === 0) return null;
  return (
    <section aria-labelledby="reopenings" className={desk.tight}>
      <h2 id="reopenings">{t('reopen.panel')}</h2>
      {error && <PartFailed error={error} retry={refetch} />}
      <ul className={styles.list}>
        {reopenings.map((one) => {
          const { area, year, state, until } = one;
          const time = until === null ? '' : when(until);
          return (
            <li key={one.id} className="cluster">
              <div>
                <strong>
                  <LocalText of={one.indicatorName} />
                </strong>
                <p>{t('reopen.cell', { area: areaNames.get(area) ?? area, year })}</p>
                <p className={desk.soft}>
                  {t('reopen.asked', { name: one.person.name, time: when(one.requestedAt) })} ·{' '}
                  {t(`reopen.state.${state}`, { time })}
                </p>
                <q>{one.reason}</q>
                {one.note !== null && <p>{one.note}</p>}
              </div>
              {can(me, 'GRANT_REOPEN', { area }) === 'ALLOWED' && (
                <ReopeningDecision reopening={one} />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const DAY = 24 * 60 * 60 * 1000;

/** 18:00 of the day in three days, in the format of the browser's field for a local time. */
function inThreeDays(): string {
  return `${dayOf(new Date(Date.now() + 3 * DAY))}T18:00`;
}

/** Buttons to open the cell until a time, to decline with a reason, or to close an open cell early. */
function ReopeningDecision({ reopening }: { reopening: ReopeningFragment }) {
  const { id, state, indicatorName, person } = reopening;
  const { t } = useTranslation('desk');
  const { busy, problems, change } = useChange('Reopenings');
  const [until, setUntil] = useState(inThreeDays);
  const { kept: note, keep, forget } = useStoredDraft(`decline ${id}`, '');
  const cell = indicatorName.text;
  const decide = async (sent: ReturnType<typeof change>) => {
    if ((await sent).done) forget();
  };
  const grant = () => change(GrantReopenDocument, { reopening: id, until: instantOf(until) ?? '' });

  if (state !== 'GRANTED' && state !== 'WAITING') return null;
  return (
    <div className={desk.tight}>
      {state === 'GRANTED' && (
        <Button
          aria-label={t('reopen.revokeWhat', { cell })}
          disabled={busy}
          onClick={() => void decide(change(RevokeReopenDocument, { reopening: id }))}
        >
          {t('reopen.revoke')}
        </Button>
      )}
      {state === 'WAITING' && (
        <>
          <TextField
            label={t('reopen.until')}
            aria-label={`${t('reopen.until')}: ${cell}`}
            type="datetime-local"
            value={until}
            onChange={setUntil}
          />
          <Button
            look="primary"
            aria-label={t('reopen.grantWhat', { name: person.name, cell })}
            disabled={busy}
            onClick={() => void decide(grant())}
          >
            {t('reopen.grant')}
          </Button>
          <details>
            <summary>{t('reopen.decline')}</summary>
            <TextArea
              label={t('reopen.declineWhy')}
              aria-label={`${t('reopen.declineWhy')} ${cell}`}
              value={note}
              onChange={keep}
            />
            <Button
              aria-label={t('reopen.declineWhat', { cell })}
              disabled={busy}
              onClick={() => void decide(change(DeclineReopenDocument, { reopening: id, note }))}
            >
              {t('reopen.decline')}
            </Button>
          </details>
        </>
      )}
      <ProblemList problems={problems} />
    </div>
  );
}
