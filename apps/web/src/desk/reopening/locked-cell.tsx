import type { SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import desk from '../desk.module.css';
import { PersonalWarning } from '../personal-warning.tsx';
import { ProblemList } from '../problem-list.tsx';
import { useProblemText } from '../problem-text.ts';
import { useMe } from '../session.ts';
import { useChange } from '../use-change.ts';
import { useStoredDraft } from '../use-stored-draft.ts';
import { useWhen } from '../use-when.ts';
import { RequestReopenDocument, type ReopeningFragment } from './reopening.generated.ts';

/** Why a cell takes no value, what became of an earlier request, and a way to ask. */
export function LockedCell(props: {
  cell: {
    indicator: string;
    name: { text: string };
    lock: string | null;
    reopening: ReopeningFragment | null;
  };
  cycle: number;
}) {
  const { lock, reopening } = props.cell;
  const { t } = useTranslation('desk');
  const me = useMe();
  const when = useWhen();
  const sentence = useProblemText();
  if (can(me, 'REQUEST_REOPEN', { area: me.area }) !== 'ALLOWED') return null;
  if (reopening?.state === 'GRANTED' && reopening.until !== null) {
    return <p role="status">✓ {t('reopen.granted', { time: when(reopening.until) })}</p>;
  }
  if (lock === null) return null;
  const params = [{ name: 'cycle', value: String(props.cycle) }];
  const waits = reopening?.state === 'WAITING';
  return (
    <section>
      <h3>{t('reopen.title')}</h3>
      <p>{sentence({ code: lock, params })}</p>
      {lock === 'LOCKED_PUBLISHED' && <p className={desk.soft}>{t('reopen.published')}</p>}
      {canBeOpened(lock) && (
        <>
          {reopening && <Outcome reopening={reopening} />}
          {!waits && <Request {...props} area={me.area ?? ''} />}
        </>
      )}
    </section>
  );
}

/** Published values are corrected instead, and cells that are not asked for stay closed. */
const canBeOpened = (lock: string): boolean =>
  lock !== 'LOCKED_PUBLISHED' && lock !== 'NOT_ASSIGNED';

function Outcome({ reopening }: { reopening: ReopeningFragment }) {
  const { t } = useTranslation('desk');
  const when = useWhen();
  const { state, requestedAt, until, note } = reopening;
  if (state === 'WAITING')
    return <p role="status">{t('reopen.waiting', { time: when(requestedAt) })}</p>;
  if (state === 'GRANTED') return null;
  return (
    <p>{t(`reopen.${state}`, { note: note ?? '', time: until === null ? '' : when(until) })}</p>
  );
}

function Request(props: {
  area: string;
  cell: { indicator: string; name: { text: string } };
  cycle: number;
}) {
  const { area, cell, cycle } = props;
  const { t } = useTranslation('desk');
  const {
    kept: reason,
    keep: setReason,
    forget,
  } = useStoredDraft(`reopen ${area} ${cycle} ${cell.indicator}`, '');
  const { busy, problems, change } = useChange('ReturnForm');
  const ask = async () => {
    const { indicator } = cell;
    const { done } = await change(RequestReopenDocument, { area, cycle, indicator, reason });
    if (done) forget();
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void ask();
  };
  return (
    <details>
      <summary>{t('reopen.ask')}</summary>
      <form className={desk.stack} onSubmit={submit}>
        <label className={desk.field}>
          {t('reopen.why')}
          <textarea
            aria-label={`${t('reopen.why')} ${cell.name.text}`}
            rows={2}
            required
            className={desk.input}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        <PersonalWarning text={reason} />
        <ProblemList problems={problems} />
        <button type="submit" className={desk.quiet} disabled={busy}>
          {t('reopen.send')}
        </button>
      </form>
    </details>
  );
}
