import { SimpleGrid, TextInput, Textarea, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { decimalMark } from '../../desk/decimal-mark.ts';
import { Button } from '../../desk/button.tsx';
import desk from '../../desk/desk.module.css';
import { Form } from '../../desk/form.tsx';
import type { Problem } from '../../desk/problem-text.ts';
import { SelectField } from '../../desk/select-field.tsx';
import { useStoredDraft } from '../../desk/use-stored-draft.ts';
import { useFormat } from '../../ui/use-format.ts';
import { PlanChart } from './plan-chart.tsx';
import {
  draftOf,
  planDraftProblems,
  readPlan,
  type PlanDraft,
  type PointDraft,
} from './plan-draft.ts';
import type { TargetRowFragment } from './target-desk.generated.ts';
import type { Propose } from './use-plans.ts';

/** The form for a new version of a plan. The current one stays in force until a second officer confirms the new one. */
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
  const hasReason = draft.rationale.trim() !== '';
  const change = (patch: Partial<PlanDraft>) => {
    keep({ ...draft, ...patch });
    setIncomplete(false);
  };
  const send = async () => {
    if (plan.target === null || plan.unreadable.length > 0 || !hasReason) setIncomplete(true);
    else if (await propose(row, { ...plan, target: plan.target }, draft)) forget();
  };
  return (
    <SimpleGrid minColWidth="min(23rem, 100%)" autoFlow="auto-fit" spacing="xl" py="md">
      <Form
        ownChecks
        problems={[
          ...plan.unreadable.map(() => ({ code: 'PLAN_UNREADABLE', params: [] })),
          ...planDraftProblems(plan, row, draft),
          ...props.problems,
        ]}
        button={t('plan.propose')}
        disabled={busy}
        send={send}
      >
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
        <div>
          <Button
            look="linklike"
            onClick={() => change({ points: [...draft.points, { year: '', value: '' }] })}
          >
            {t('plan.addPoint')}
          </Button>
        </div>
        <PointFields
          yearLabel={t('plan.targetYear')}
          valueLabel={t('plan.targetValue')}
          point={draft.target}
          onChange={(target) => change({ target })}
        />
        <SimpleGrid cols={2}>
          <SelectField
            label={t('plan.path')}
            value={draft.path}
            options={(['LINEAR', 'COMPOUND'] as const).map((path) => [path, t(`plan.${path}`)])}
            onChange={(path) => change({ path: path === 'COMPOUND' ? path : 'LINEAR' })}
          />
          {row.direction === 'TOWARDS' && (
            <NumberText
              label={t('plan.tolerance')}
              value={draft.tolerance}
              onText={(tolerance) => change({ tolerance })}
            />
          )}
        </SimpleGrid>
        <Textarea
          label={t('plan.rationale')}
          description={t('plan.rationaleHint')}
          rows={3}
          required
          error={incomplete && !hasReason}
          value={draft.rationale}
          onChange={(event) => change({ rationale: event.target.value })}
        />
        {incomplete && (
          <p role="alert" className={desk.error}>
            {t('plan.incomplete')}
          </p>
        )}
      </Form>
      <PlanChart row={row} plan={plan} path={draft.path} />
    </SimpleGrid>
  );
}

/** The fields for a year and its value. */
function PointFields(props: {
  yearLabel: string;
  valueLabel: string;
  point: PointDraft;
  onChange: (point: PointDraft) => void;
  onRemove?: () => void;
}) {
  const { yearLabel, valueLabel, point, onChange, onRemove } = props;
  const { t } = useTranslation('desk');
  return (
    <SimpleGrid cols={2} verticalSpacing="xs">
      <NumberText
        label={yearLabel}
        inputMode="numeric"
        maxLength={4}
        value={point.year}
        onText={(year) => onChange({ ...point, year })}
      />
      <NumberText
        label={valueLabel}
        value={point.value}
        onText={(value) => onChange({ ...point, value })}
      />
      {onRemove && (
        <div>
          <Button
            look="linklike"
            aria-label={`${t('plan.removePoint')}: ${yearLabel}`}
            onClick={onRemove}
          >
            {t('plan.removePoint')}
          </Button>
        </div>
      )}
    </SimpleGrid>
  );
}

/** A text field for a number as it is written in the reader's language. */
function NumberText({ onText, ...rest }: TextInputProps & { onText: (text: string) => void }) {
  return (
    <TextInput inputMode="decimal" {...rest} onChange={(event) => onText(event.target.value)} />
  );
}
