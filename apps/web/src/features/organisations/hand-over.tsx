import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import admin from '../../desk/admin.module.css';
import desk from '../../desk/desk.module.css';
import { Dialog } from '../../desk/dialog.tsx';
import { ProblemList } from '../../desk/problem-list.tsx';
import { SelectField } from '../../desk/select-field.tsx';
import { useChange } from '../../desk/use-change.ts';
import { useFormat } from '../../ui/use-format.ts';
import {
  HandOverAssignmentsDocument,
  type OrganisationRowFragment,
} from './organisations.generated.ts';
import { nameOf } from './use-organisations.ts';

/** All open assignments of one body become those of another; asked once more, as it moves many cells at once. */
export function HandOver(props: { organisations: readonly OrganisationRowFragment[] }) {
  const { t } = useTranslation('desk');
  const { lang } = useFormat();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [asking, setAsking] = useState(false);
  const [moved, setMoved] = useState<number>();
  const { problems, busy, change } = useChange('Organisations');
  const names = new Map(props.organisations.map((one) => [one.id, nameOf(one, lang)]));
  const givers = props.organisations.filter(({ assignments }) => assignments > 0);
  const count = givers.find(({ id }) => id === from)?.assignments ?? 0;

  const send = async () => {
    const { answer } = await change(HandOverAssignmentsDocument, { from, to });
    if (answer?.assignments != null) setMoved(answer.assignments);
    setAsking(false);
  };
  return (
    <section aria-labelledby="hand-over" className={admin.box}>
      <h2 id="hand-over">{t('organisations.handOver')}</h2>
      <p>{t('organisations.handOverText')}</p>
      <div className={admin.fields}>
        <SelectField
          label={t('organisations.from')}
          none={t('organisations.choose')}
          value={from}
          options={givers.map(({ id }) => [id, names.get(id) ?? id])}
          onChange={setFrom}
        />
        <SelectField
          label={t('organisations.to')}
          none={t('organisations.choose')}
          value={to}
          options={[...names].filter(([id]) => id !== from)}
          onChange={setTo}
        />
      </div>
      <ProblemList problems={problems} />
      {moved !== undefined && (
        <p role="status">{t('organisations.handedOver', { count: moved })}</p>
      )}
      <button
        type="button"
        className={desk.primary}
        disabled={count === 0 || to === '' || to === from}
        onClick={() => setAsking(true)}
      >
        {t('organisations.handOverAsk')}
      </button>
      {asking && (
        <Dialog title={t('organisations.sure')} onClose={() => setAsking(false)}>
          <p>
            {t('organisations.sureText', {
              count,
              from: names.get(from) ?? '',
              to: names.get(to) ?? '',
            })}
          </p>
          <div className={desk.row}>
            <button
              type="button"
              className={desk.primary}
              disabled={busy}
              onClick={() => void send()}
            >
              {t('organisations.handOverYes')}
            </button>
            <button type="button" className={desk.quiet} onClick={() => setAsking(false)}>
              {t('admin.cancel')}
            </button>
          </div>
        </Dialog>
      )}
    </section>
  );
}
