import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import { Button } from '../button.tsx';
import desk from '../desk.module.css';
import { PersonalWarning, ProblemList } from '../problem-list.tsx';
import { useProblemText } from '../problem-text.ts';
import { useMe } from '../session.ts';
import { TextArea } from '../text-area.tsx';
import { onSubmit, useChange } from '../use-change.ts';
import { useStoredDraft } from '../use-stored-draft.ts';
import { useWhen } from '../use-when.ts';
import { RequestReopenDocument, type ReopeningFragment } from './reopening.generated.ts';

interface Cell {
  indicator: string;
  name: { text: string };
  lock: string | null;
  reopening: ReopeningFragment | null;
}

/** Published values are corrected instead of reopened, and cells that are not assigned stay closed. */
const canBeOpened = (lock: string): boolean =>
  lock !== 'LOCKED_PUBLISHED' && lock !== 'NOT_ASSIGNED';

/** Why a cell is locked, what became of an earlier request to reopen it, and a form for a new request. */
export function LockedCell({ cell, cycle }: { cell: Cell; cycle: number }) {
  const { lock, reopening } = cell;
  const { t } = useTranslation('desk');
  const me = useMe();
  const when = useWhen();
  const sentence = useProblemText();
  if (can(me, 'REQUEST_REOPEN', { area: me.area }) !== 'ALLOWED') return null;
  if (reopening?.state === 'GRANTED' && reopening.until !== null) {
    return <p role="status">✓ {t('reopen.granted', { time: when(reopening.until) })}</p>;
  }
  if (lock === null) return null;
  const params = [{ name: 'cycle', value: String(cycle) }];
  return (
    <section>
      <h3>{t('reopen.title')}</h3>
      <p>{sentence({ code: lock, params })}</p>
      {lock === 'LOCKED_PUBLISHED' && <p className={desk.soft}>{t('reopen.published')}</p>}
      {canBeOpened(lock) && (
        <>
          {reopening && <Outcome reopening={reopening} />}
          {reopening?.state !== 'WAITING' && (
            <Request cell={cell} cycle={cycle} area={me.area ?? ''} />
          )}
        </>
      )}
    </section>
  );
}

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

function Request(props: { area: string; cell: Cell; cycle: number }) {
  const { area, cycle, cell } = props;
  const { indicator, name } = cell;
  const { t } = useTranslation('desk');
  const { kept: reason, keep, forget } = useStoredDraft(`reopen ${area} ${cycle} ${indicator}`, '');
  const { busy, problems, change } = useChange('ReturnForm');
  const ask = async () => {
    const { done } = await change(RequestReopenDocument, { area, cycle, indicator, reason });
    if (done) forget();
  };
  return (
    <details>
      <summary>{t('reopen.ask')}</summary>
      <form className={desk.stack} onSubmit={onSubmit(ask)}>
        <TextArea
          label={t('reopen.why')}
          aria-label={`${t('reopen.why')} ${name.text}`}
          required
          value={reason}
          onChange={keep}
        />
        <PersonalWarning text={reason} />
        <ProblemList problems={problems} />
        <Button type="submit" disabled={busy}>
          {t('reopen.send')}
        </Button>
      </form>
    </details>
  );
}
