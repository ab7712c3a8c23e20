import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useMe } from '../../desk/session.ts';
import { useChange } from '../../desk/use-change.ts';
import type { FormCellFragment } from './form-cell.generated.ts';
import { CorrectValueDocument } from '../../desk/work-observation.generated.ts';

const reasons = ['CORRECTION', 'NEW_SOURCE', 'DEFINITION', 'COVERAGE'] as const;

/** Opens a published value again; readers keep seeing the published one until the next release. */
export function Correction(props: {
  id: string;
  cell: Pick<FormCellFragment, 'version' | 'current'>;
}) {
  const { id, cell } = props;
  const { t } = useTranslation('desk');
  const me = useMe();
  const [reason, setReason] = useState<(typeof reasons)[number]>('CORRECTION');
  const { problems, busy, change } = useChange('ReturnForm', 'WorkObservation');
  const { current } = cell;
  if (current === null || can(me, 'CORRECT_VALUE', { area: me.area }) !== 'ALLOWED') return null;

  const open = () => {
    const { value, numerator, denominator, missingReason, sourceText, comment } = current;
    const { factDate, provision, basis } = current;
    const content = { value, numerator, denominator, missingReason, sourceText, comment };
    const about = { observation: id, expectedVersion: cell.version, reason };
    return change(CorrectValueDocument, { ...about, ...content, factDate, provision, basis });
  };
  return (
    <div className={desk.row}>
      <label className={desk.field}>
        {t('correction.why')}
        <select
          className={desk.input}
          value={reason}
          onChange={(event) =>
            setReason(reasons.find((one) => one === event.target.value) ?? 'CORRECTION')
          }
        >
          {reasons.map((one) => (
            <option key={one} value={one}>
              {t(`reason.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <button type="button" className={desk.quiet} disabled={busy} onClick={() => void open()}>
        {t('correction.open')}
      </button>
      <ProblemList problems={problems} />
    </div>
  );
}
