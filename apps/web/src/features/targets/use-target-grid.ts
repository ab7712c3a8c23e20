import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { decimalMark, typed } from '../../desk/decimal-mark.ts';
import type { Trouble } from '../../desk/problem-text.ts';
import { useKept } from '../../desk/use-kept.ts';
import { unreachable } from '../../desk/unreachable.ts';
import { useFormat } from '../../ui/use-format.ts';
import {
  draftOfArea,
  isAsBefore,
  pathOf,
  readRow,
  type GridArea,
  type GridDraft,
} from './grid-draft.ts';
import { ProposeTargetsDocument } from './target-desk.generated.ts';

/** What is typed in the grid, and proposing what was changed. */
export function useTargetGrid(
  indicator: string,
  areas: readonly GridArea[],
  reload: () => Promise<unknown>,
) {
  const { lang } = useFormat();
  const mark = decimalMark(lang);
  const { kept: changes, keep, forget } = useKept<GridDraft>(`grid ${indicator}`, {});
  const [problems, setProblems] = useState<readonly Trouble[]>([]);
  const [done, setDone] = useState(0);
  const [send, { loading }] = useMutation(ProposeTargetsDocument, { fetchPolicy: 'no-cache' });
  const rows = areas.map((area) => {
    const draft = changes[area.area] ?? draftOfArea(area, mark);
    return { area, draft, plan: readRow(draft, area.row.unit, mark), path: pathOf(area) };
  });
  const changed = rows.filter(({ area }) => changes[area.area] !== undefined);

  /** Answers whether it was done. */
  const propose = async (rationale: string): Promise<boolean> => {
    const plans = changed.flatMap(({ area, plan, path }) =>
      plan.target === null
        ? []
        : [
            {
              area: area.area,
              expectedVersion: Math.max(0, ...area.row.plans.map(({ version }) => version)),
              baselineYear: plan.baseline?.year ?? null,
              baselineValue: plan.baseline?.value ?? null,
              path,
              points: [...plan.points, plan.target],
            },
          ],
    );
    try {
      const input = {
        indicator,
        plans,
        rationale: rationale.trim(),
        rationaleLang: lang,
        idempotencyKey: crypto.randomUUID(),
      };
      const found = (await send({ variables: { input } })).data?.proposeTargets.problems ?? [];
      setProblems(found);
      setDone(found.length === 0 ? plans.length : 0);
      if (found.length === 0) forget();
      // after a refusal too: what somebody else proposed meanwhile is shown, and can be looked at
      await reload();
      return found.length === 0;
    } catch (error) {
      setProblems([unreachable(error)]);
      return false;
    }
  };

  return {
    rows,
    changed,
    problems,
    done,
    busy: loading,
    propose,
    type: (area: string, year: number, text: string) => {
      const row = rows.find((one) => one.area.area === area);
      const draft = { ...row?.draft, [year]: text };
      const others = Object.entries(changes).filter(([code]) => code !== area);
      const isBack = row !== undefined && isAsBefore(draft, draftOfArea(row.area, mark));
      keep(Object.fromEntries(isBack ? others : [...others, [area, draft]]));
      setDone(0);
    },
    /** A value of the drawing, as somebody would type it. */
    typed: (value: string) => typed(value, mark),
  };
}
