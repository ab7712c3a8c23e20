import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { checkCycleDates } from '@qadam/domain';
import { Button } from '../../desk/button.tsx';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { paramsOf } from '../../desk/problem-text.ts';
import { useAskAgain, useChange } from '../../desk/use-change.ts';
import { useEdited } from '../../desk/use-edited.ts';
import { useUnsaved } from '../../desk/use-unsaved.ts';
import { SaveCycleDocument, type ReportingCycleFragment } from './cycle-desk.generated.ts';
import { bind, BoundText, CheckField, Fields } from './fields.tsx';
import styles from './framework.module.css';
import { MoveDeadline } from './move-deadline.tsx';

type Dates = Pick<
  ReportingCycleFragment,
  'year' | 'version' | 'opensOn' | 'dueOn' | 'closesOn' | 'closed'
>;

/** Dates of a cycle, and closing it by hand; a new one may begin with the assignments of another. */
export function CycleForm(props: {
  cycle: Dates;
  copyFrom: number | null;
  disabled: boolean;
  onSaved?: (year: number) => void;
}) {
  const { cycle, copyFrom, disabled, onSaved } = props;
  const { t } = useTranslation('desk');
  const isNew = cycle.version === 0;
  const { draft, setDraft, unsaved, answered } = useEdited<Dates>(() => cycle);
  const [copy, setCopy] = useState(true);
  const [saved, setSaved] = useState(false);
  const [moving, setMoving] = useState<Dates>();
  const { problems, busy, change, run } = useChange();
  const askAgain = useAskAgain('CycleDesk');
  useUnsaved(unsaved, isNew ? undefined : 'year');
  const bound = bind(draft, (patch) => setDraft({ ...draft, ...patch }), disabled);

  const save = async (next: Dates) => {
    const { version, year, opensOn, dueOn, closesOn, closed } = next;
    const dates = { year, opensOn, dueOn, closesOn, closed };
    // saving assignments makes a newer version with the same dates
    const expectedVersion = Math.max(version, cycle.version);
    const assignmentsOf = isNew && copy ? copyFrom : null;
    const input = { ...dates, expectedVersion, assignmentsOf };
    const { done, problems: found, answer } = await change(SaveCycleDocument, input);
    setSaved(done);
    if (!answer?.cycle) return;
    answered(isNew && done ? { ...next, version: 0 } : answer.cycle, found);
    if (!done) return;
    await askAgain();
    onSaved?.(year);
  };
  /** Asks before the dates of a cycle move for everybody, once the dates are valid. */
  const ask = (next: Dates) => {
    const wrong = checkCycleDates(next).map(({ params, ...problem }) => ({
      ...problem,
      params: paramsOf(params),
    }));
    const days = ({ opensOn, dueOn, closesOn, closed }: Dates) =>
      [opensOn, dueOn, closesOn, closed].join(' ');
    if (wrong.length > 0) void run(() => Promise.resolve({ problems: wrong }));
    else if (isNew || days(next) === days(cycle)) void save(next);
    else setMoving(next);
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    ask(draft);
  };
  return (
    <form className={desk.stack} onSubmit={submit} noValidate>
      <Fields legend={isNew ? t('framework.cycle.newTitle') : String(cycle.year)}>
        {isNew && <BoundText label={t('framework.cycle.year')} {...bound.whole('year')} />}
        {(['opensOn', 'dueOn', 'closesOn'] as const).map((key) => (
          <BoundText
            key={key}
            label={t(`framework.cycle.${key}`)}
            type="date"
            {...bound.text(key)}
          />
        ))}
        {isNew && copyFrom !== null && (
          <CheckField
            label={t('framework.cycle.copy', { year: copyFrom })}
            value={copy}
            onChange={setCopy}
          />
        )}
        {draft.closed && <p className={desk.soft}>{t('framework.cycle.closed')}</p>}
      </Fields>
      <ProblemList problems={problems} />
      {moving && (
        <MoveDeadline
          before={cycle}
          calendar={moving}
          onClose={() => setMoving(undefined)}
          onConfirm={() => {
            setMoving(undefined);
            void save(moving);
          }}
        />
      )}
      {saved && (
        <p role="status" className={styles.saved}>
          {t('framework.import.done')}
        </p>
      )}
      {!disabled && (
        <div className={desk.row}>
          <Button look="primary" type="submit" disabled={busy}>
            {isNew ? t('framework.cycle.create') : t('framework.save')}
          </Button>
          {!isNew && (
            <Button disabled={busy} onClick={() => ask({ ...draft, closed: !draft.closed })}>
              {draft.closed ? t('framework.cycle.reopen') : t('framework.cycle.close')}
            </Button>
          )}
        </div>
      )}
    </form>
  );
}
