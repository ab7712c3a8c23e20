import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { decimalMark, typed } from '../../desk/decimal-mark.ts';
import type { Trouble } from '../../desk/problem-text.ts';
import { unreachable } from '../../desk/unreachable.ts';
import { useFormat } from '../../ui/use-format.ts';
import { draftOfArea, pathOf, readRow, type GridArea, type GridDraft } from './grid-draft.ts';
import { ProposeTargetsDocument } from './target-desk.generated.ts';

/** What is typed in the grid, and proposing what was changed. */
export function useTargetGrid(
  indicator: string,
  areas: readonly GridArea[],
  reload: () => Promise<unknown>,
) {
  const { lang } = useFormat();
  const mark = decimalMark(lang);
  const [changes, setChanges] = useState<GridDraft>({});
  const [problems, setProblems] = useState<readonly Trouble[]>([]);
  const [done, setDone] = useState(0);
  const [send, { loading }] = useMutation(ProposeTargetsDocument, { fetchPolicy: 'no-cache' });
  const rows = areas.map((area) => {
    const draft = changes[area.area] ?? draftOfArea(area, mark);
    return { area, draft, plan: readRow(draft, area.row.unit, mark), path: pathOf(area) };
  });
  const changed = rows.filter(({ area }) => changes[area.area] !== undefined);

  const propose = async (rationale: string) => {
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
      if (found.length > 0) return;
      setChanges({});
      await reload();
    } catch (error) {
      setProblems([unreachable(error)]);
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
      const draft = rows.find((one) => one.area.area === area)?.draft ?? {};
      setChanges({ ...changes, [area]: { ...draft, [year]: text } });
      setDone(0);
    },
    /** A value of the drawing, as somebody would type it. */
    typed: (value: string) => typed(value, mark),
  };
}
