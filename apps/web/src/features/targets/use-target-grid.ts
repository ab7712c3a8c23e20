import { useState } from 'react';
import { decimalMark, typed } from '../../desk/decimal-mark.ts';
import { useChange } from '../../desk/use-change.ts';
import { sameJson } from '../../desk/use-edited.ts';
import { useStoredDraft } from '../../desk/use-stored-draft.ts';
import { useFormat } from '../../ui/use-format.ts';
import {
  draftOfArea,
  isAsBefore,
  isWaiting,
  pathOf,
  readRow,
  type GridArea,
  type GridDraft,
} from './grid-draft.ts';
import { planInput } from './plan-draft.ts';
import { ProposeTargetsDocument } from './target-desk.generated.ts';

/** What is typed in the grid, and the proposal of all changes. */
export function useTargetGrid(indicator: string, areas: readonly GridArea[]) {
  const { lang } = useFormat();
  const mark = decimalMark(lang);
  const { kept: changes, keep, keepOf } = useStoredDraft<GridDraft>(`grid ${indicator}`, {});
  const [done, setDone] = useState(0);
  const { problems, busy, change } = useChange('TargetGrid');
  const rows = areas.map((area) => {
    const draft = changes[area.area] ?? draftOfArea(area, mark);
    const plan = readRow(draft, area.row.unit, mark);
    const isTyped = changes[area.area] !== undefined;
    return { area, draft, plan, path: pathOf(area), isTyped, waits: isWaiting(area) };
  });
  // a country has one proposal at a time
  const changed = rows.filter(({ isTyped, waits }) => isTyped && !waits);

  /** Returns whether the proposal was accepted. */
  const propose = async (rationale: string): Promise<boolean> => {
    const plans = changed.flatMap(({ area, plan: { target, ...plan }, path }) =>
      target === null
        ? []
        : [{ area: area.area, ...planInput(area.row, { ...plan, target }, path) }],
    );
    const outcome = await change(ProposeTargetsDocument, {
      indicator,
      plans,
      rationale: rationale.trim(),
      rationaleLang: lang,
    });
    setDone(outcome.done ? plans.length : 0);
    const sent = Object.fromEntries(changed.map(({ area, draft }) => [area.area, draft]));
    if (outcome.done) keepOf((newest) => typedSince(sent, newest));
    return outcome.done;
  };

  return {
    rows,
    changed,
    problems,
    done,
    busy,
    propose,
    type: (area: string, year: number, text: string) => {
      const row = rows.find((one) => one.area.area === area);
      const draft = { ...row?.draft, [year]: text };
      const others = Object.entries(changes).filter(([code]) => code !== area);
      const isBack = row !== undefined && isAsBefore(draft, draftOfArea(row.area, mark));
      keep(Object.fromEntries(isBack ? others : [...others, [area, draft]]));
      setDone(0);
    },
    /** A value of the drawing as somebody would type it. */
    typed: (value: string) => typed(value, mark),
  };
}

const typedSince = (sent: GridDraft, newest: GridDraft): GridDraft =>
  Object.fromEntries(Object.entries(newest).filter(([area, row]) => !sameJson(row, sent[area])));
