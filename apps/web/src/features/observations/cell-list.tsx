import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { useProblemText, type Problem } from '../../desk/problem-text.ts';
import { useOtherChange } from '../../desk/use-other-change.ts';
import { keyOf } from './cell-key.ts';
import { CellLink } from './cell-link.tsx';
import { errorsOf, type EntryState } from './entry-state.ts';
import type { FormCellFragment } from './form-cell.generated.ts';

const LONG = 8;

/** Cells with links to them, and what is wrong with each. */
export function CellList(props: {
  title: string;
  entries: readonly EntryState[];
  /** A law is named as one, not by its elements. */
  byIndicator?: boolean;
  onGo: (indicator: string) => void;
}) {
  const { title, entries, byIndicator = false, onGo } = props;
  const sentence = useProblemText();
  if (entries.length === 0) return null;
  const list = (
    <ul>
      {entries.map((entry) => {
        const { cell, reading, problems } = entry;
        const errors = [...reading.fieldProblems, ...errorsOf(entry), ...problems].map(sentence);
        return (
          <li key={keyOf(cell)}>
            <CellLink cell={cell} byIndicator={byIndicator} onGo={onGo} />
            {errors.length > 0 && ` – ${[...new Set(errors)].join(' ')}`}
          </li>
        );
      })}
    </ul>
  );
  // a long list must not push what is to be done out of sight
  if (entries.length > LONG) {
    return (
      <details>
        <summary className={desk.heading}>{title}</summary>
        {list}
      </details>
    );
  }
  return (
    <section>
      <h3>{title}</h3>
      {list}
    </section>
  );
}

/** Why the return was refused; `cell`: the one it is about, undefined for the return as a whole. */
export interface ReturnProblem {
  problem: Problem;
  cell: FormCellFragment | undefined;
}

/** What the server refused, cell by cell, each with its name and the way to it. */
export function CellProblems(props: {
  refusals: readonly ReturnProblem[];
  onGo: (indicator: string) => void;
}) {
  const { t } = useTranslation('desk');
  const sentence = useProblemText();
  const meanwhile = useOtherChange();
  const refused = props.refusals.flatMap(({ problem, cell }) => (cell ? [{ problem, cell }] : []));
  if (refused.length === 0) return null;
  return (
    <div role="alert" className={desk.error}>
      <p>{t('submit.refused')}</p>
      <ul>
        {refused.map(({ problem, cell }) => (
          <li key={`${keyOf(cell)} ${problem.code}`}>
            <CellLink cell={cell} onGo={props.onGo} /> –{' '}
            {[sentence(problem), meanwhile(problem)].join(' ')}
          </li>
        ))}
      </ul>
    </div>
  );
}
