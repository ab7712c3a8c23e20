import { Button, NativeSelect, TextInput, Textarea } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import type { Problem } from '../../desk/problem-text.ts';
import { useFormat } from '../../ui/use-format.ts';
import { useStoredDraft } from '../../desk/use-stored-draft.ts';
import { decimalMark } from '../../desk/decimal-mark.ts';
import { PlanChart } from './plan-chart.tsx';
import {
  draftOf,
  type PlanDraft,
  planDraftProblems,
  type PointDraft,
  readPlan,
} from './plan-draft.ts';
import { PlausibilityLine } from './plausibility-line.tsx';
import type { TargetRowFragment } from './target-desk.generated.ts';
import styles from './targets.module.css';
import type { Propose } from './use-plans.ts';

/** A year and its value. */
function PointFields(props: {
  yearLabel: string;
  valueLabel: string;
  point: PointDraft;
  onChange: (point: PointDraft) => void;
  onRemove?: () => void;
}) {
  const { point, onChange, onRemove } = props;
  const { t } = useTranslation('desk');
  return (
    <div className={styles.pair}>
      <TextInput
        label={props.yearLabel}
        inputMode="numeric"
        maxLength={4}

        value={point.year}
        onChange={(event) => onChange({ ...point, year: event.target.value })}
      />
      <TextInput
        label={props.valueLabel}
        inputMode="decimal"

        value={point.value}
        onChange={(event) => onChange({ ...point, value: event.target.value })}
      />
      {onRemove && (
        <button
          aria-label={`${t('plan.removePoint')}: ${props.yearLabel}`}
          type="button"
          className={desk.linklike}
          onClick={onRemove}
        >
          {t('plan.removePoint')}
        </button>
      )}
    </div>
  );
}

/** A new version of a plan. What is in force stays in force until a second officer confirms the new one. */
export function PlanEditor(props: {
  row: TargetRowFragment;
  area: string;
  busy: boolean;
  problems: readonly Problem[];
  propose: Propose;
}) {
  const { row, area, busy, propose } = props;
  const { t } = useTranslation('desk');
  const { lang } = useFormat();
  const mark = decimalMark(lang);
  const place = `plan ${area} ${row.indicator}`;
  const { kept: draft, keep, forget } = useStoredDraft(place, draftOf(row, mark));
  const [incomplete, setIncomplete] = useState(false);
  const plan = readPlan(draft, row.unit, mark);
  const change = (patch: Partial<PlanDraft>) => {
    keep({ ...draft, ...patch });
    setIncomplete(false);
  };
  const problem = [
    ...plan.unreadable.map(() => ({ code: 'PLAN_UNREADABLE', params: [] })),
    ...planDraftProblems(plan, row, draft),
  ];

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (plan.target === null || plan.unreadable.length > 0 || draft.rationale.trim() === '') {
      setIncomplete(true);
      return;
    }
    void propose(row, { ...plan, target: plan.target }, draft).then((done) => {
      if (done) forget();
    });
  };
  return (
    <form className={styles.editor} onSubmit={submit} noValidate>
      <div className={styles.fields}>
        <PointFields
          yearLabel={t('plan.baselineYear')}
          valueLabel={t('plan.baselineValue')}
          point={draft.baseline}
          onChange={(baseline) => change({ baseline })}
        />
        {draft.points.map((point, index) => (
          <PointFields
            key={index}
            yearLabel={t('plan.pointYear', { n: index + 1 })}
            valueLabel={t('plan.pointValue', { n: index + 1 })}
            point={point}
            onChange={(next) => change({ points: draft.points.with(index, next) })}
            onRemove={() => change({ points: draft.points.toSpliced(index, 1) })}
          />
        ))}
        <button
          type="button"
          className={desk.linklike}
          onClick={() => change({ points: [...draft.points, { year: '', value: '' }] })}
        >
          {t('plan.addPoint')}
        </button>
        <PointFields
          yearLabel={t('plan.targetYear')}
          valueLabel={t('plan.targetValue')}
          point={draft.target}
          onChange={(target) => change({ target })}
        />
        <div className={styles.pair}>
          <NativeSelect
            label={t('plan.path')}

            value={draft.path}
            onChange={(event) =>
              change({ path: event.target.value === 'COMPOUND' ? 'COMPOUND' : 'LINEAR' })
            }
          >
            <option value="LINEAR">{t('plan.LINEAR')}</option>
            <option value="COMPOUND">{t('plan.COMPOUND')}</option>
          </NativeSelect>
          {row.direction === 'TOWARDS' && (
            <TextInput
              label={t('plan.tolerance')}
              inputMode="decimal"

              value={draft.tolerance}
              onChange={(event) => change({ tolerance: event.target.value })}
            />
          )}
        </div>
        <Textarea
          label={t('plan.rationale')}
          description={t('plan.rationaleHint')}
          rows={3}
          required

          error={incomplete && draft.rationale.trim() === ''}
          value={draft.rationale}
          onChange={(event) => change({ rationale: event.target.value })}
        />
        <ProblemList problems={[...problem, ...props.problems]} />
        {incomplete && (
          <p role="alert" className={desk.error}>
            {t('plan.incomplete')}
          </p>
        )}
        <Button type="submit" disabled={busy}>
          {t('plan.propose')}
        </Button>
      </div>
      <div className={styles.look}>
        <PlanChart row={row} plan={plan} path={draft.path} />
        {plan.target && <PlausibilityLine row={row} target={plan.target} />}
      </div>
    </form>
  );
}
