import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import admin from '../../desk/admin.module.css';
import { Confirm } from '../../desk/confirm.tsx';
import { ProblemList } from '../../desk/problem-list.tsx';
import record from '../../desk/record.module.css';
import { useMe } from '../../desk/session.ts';
import { useChange } from '../../desk/use-change.ts';
import { useWhen } from '../../desk/use-when.ts';
import { cellText } from '../../ui/part-text.ts';
import {
  DecideWithdrawalDocument,
  type WithdrawalFragment,
  type WithdrawalsQuery,
} from './withdrawals.generated.ts';

export type Places = WithdrawalsQuery['publishedPlaces'];

/** The name for a code, or the code itself if no release has a name for it any more. */
const nameIn = (list: Places['areas'], code: string): string =>
  list.find((one) => one.code === code)?.name.text ?? code;

/** One withdrawal: cell, reason, people, and everything withdrawn with it. The value itself is never shown. */
export function WithdrawalItem({ of, places }: { of: WithdrawalFragment; places: Places }) {
  const { t } = useTranslation('desk');
  const { t: inPublic } = useTranslation('public');
  const when = useWhen();
  const me = useMe();
  const [asking, setAsking] = useState(false);
  const { problems, busy, change } = useChange('Withdrawals');
  const send = async (confirm: boolean) => {
    const input = { id: of.id, confirm, planHash: of.planHash };
    await change(DecideWithdrawalDocument, input);
    setAsking(false);
  };
  const partOf = (cell: string) => cellText(inPublic, cell) || t('withdrawals.total');
  const own = of.requestedBy.id === me.id;
  const cover = of.cells.filter((cell) => cell.cover);
  const unplanned = of.state === 'REQUESTED' && of.planHash === null;
  const problem = unplanned ? [{ code: 'NOT_PLANNED', field: null, params: [] }] : [];
  return (
    <li>
      <p className={record.what}>
        <strong>{nameIn(places.indicators, of.indicator)}</strong>
        <span className="note">
          {of.indicator} · {nameIn(places.areas, of.area)}, {of.year} · {partOf(of.cell)}
        </span>
      </p>
      <p>
        <span className={`${admin.badge} ${record.state}`} data-state={of.state}>
          {t(`withdrawals.state.${of.state as 'REQUESTED'}`)}
        </span>{' '}
        {of.reason}
      </p>
      <p className="note">
        {t('withdrawals.asked', { name: of.requestedBy.name, time: when(of.requestedAt) })}
        {of.decidedBy !== null &&
          of.decidedAt !== null &&
          ` ${t('withdrawals.decided', { name: of.decidedBy.name, time: when(of.decidedAt) })}`}
      </p>
      {of.state !== 'REJECTED' && !unplanned && (
        <details className={record.more} open={of.state === 'REQUESTED'}>
          <summary>{t('withdrawals.cells', { count: of.cells.length })}</summary>
          <p className="note">
            {t(cover.length === 0 ? 'withdrawals.noCover' : 'withdrawals.coverText')}
          </p>
          <ul className={record.cover}>
            {of.cells.map((cell) => (
              <li key={`${cell.indicator} ${cell.area} ${cell.cell}`}>
                {cell.indicator !== of.indicator && `${cell.indicator} · `}
                {nameIn(places.areas, cell.area)}, {of.year} · {partOf(cell.cell)}{' '}
                <span className="note">
                  {t(cell.cover ? 'withdrawals.isCover' : 'withdrawals.isAsked')}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <ProblemList problems={[...problem, ...problems]} />
      {of.state === 'REQUESTED' && can(me, 'DECIDE_WITHDRAWAL') === 'ALLOWED' && (
        <Group>
          {own ? (
            <p className="note">{t('withdrawals.own')}</p>
          ) : (
            <>
              <Button disabled={busy || unplanned} onClick={() => setAsking(true)}>
                {t('withdrawals.confirm')}
              </Button>
              <Button variant="default" disabled={busy} onClick={() => void send(false)}>
                {t('withdrawals.decline')}
              </Button>
            </>
          )}
        </Group>
      )}
      {asking && (
        <Confirm
          title={t('withdrawals.sure')}
          yes={t('withdrawals.yes')}
          busy={busy}
          onYes={() => void send(true)}
          onClose={() => setAsking(false)}
        >
          <p>{t('withdrawals.sureText', { count: of.cells.length })}</p>
        </Confirm>
      )}
    </li>
  );
}
