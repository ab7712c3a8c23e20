import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import { Button } from '../../desk/button.tsx';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { SelectField } from '../../desk/select-field.tsx';
import { useMe } from '../../desk/session.ts';
import { useChange } from '../../desk/use-change.ts';
import {
  CorrectValueDocument,
  type WorkObservationFragment,
} from '../../desk/work-observation.generated.ts';
import { useFormat } from '../../ui/use-format.ts';
import type { FormCellFragment } from './form-cell.generated.ts';

/** Shown to the ministry whose value it is: opens a published value for correction; it is then changed and handed in where its year is reported. */
export function Correcting({ observation }: { observation: WorkObservationFragment }) {
  const { id, area, year, indicator, state, published } = observation;
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  const me = useMe();
  if (published === null || can(me, 'CORRECT_VALUE', { area }) !== 'ALLOWED') return null;
  if (state === 'PUBLISHED') return <Correction id={id} cell={observation} />;
  if (state !== 'DRAFT' && state !== 'RETURNED') return null;
  return (
    <p>
      <Link
        to="/$lang/report/$iso3/$cycle"
        params={{ lang, iso3: area, cycle: String(year) }}
        search={{ cell: indicator }}
        preload={false}
      >
        {t('correction.goOn', { year })}
      </Link>
    </p>
  );
}

const reasons = ['CORRECTION', 'NEW_SOURCE', 'DEFINITION', 'COVERAGE'] as const;

/** Opens a published value again; readers keep seeing the published one until the next release. */
export function Correction(props: {
  id: string;
  cell: Pick<FormCellFragment, 'version' | 'current'>;
}) {
  const { version, current } = props.cell;
  const { t } = useTranslation('desk');
  const me = useMe();
  const [reason, setReason] = useState<(typeof reasons)[number]>('CORRECTION');
  const { problems, busy, change } = useChange('ReturnForm', 'WorkObservation');
  if (current === null || can(me, 'CORRECT_VALUE', { area: me.area }) !== 'ALLOWED') return null;

  const open = () => {
    const { value, numerator, denominator, missingReason, sourceText, comment } = current;
    const { factDate, provision, basis } = current;
    const content = { value, numerator, denominator, missingReason, sourceText, comment };
    const about = { observation: props.id, expectedVersion: version, reason };
    return change(CorrectValueDocument, { ...about, ...content, factDate, provision, basis });
  };
  return (
    <div className={desk.row}>
      <SelectField
        label={t('correction.why')}
        value={reason}
        options={reasons.map((one) => [one, t(`reason.${one}`)])}
        onChange={(chosen) => setReason(reasons.find((one) => one === chosen) ?? 'CORRECTION')}
      />
      <Button disabled={busy} onClick={() => void open()}>
        {t('correction.open')}
      </Button>
      <ProblemList problems={problems} />
    </div>
  );
}
