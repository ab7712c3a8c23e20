import { useTranslation } from 'react-i18next';
import { groupBy } from '../../ui/group-by.ts';
import { lowerFirst } from '../../ui/lower-first.ts';
import { useFactText } from '../../ui/use-fact-text.ts';
import type { ActionPageData } from './action-page.types.ts';

type Cell = ActionPageData['cells'][number];

/** Where the action stands in one place, in one sentence: the parts of its laws by stage, or the fact where there is a single part. */
export function useTold(): (data: ActionPageData, cell: Cell) => string | null {
  const { t } = useTranslation();
  const factText = useFactText();
  return (data, cell) => {
    const parts = data.laws.flatMap((law) =>
      law.elements
        .filter(({ counts }) => counts)
        .map(({ code }) => {
          const stage = law.cells.find(
            (one) => one.element === code && one.area === cell.area,
          )?.stage;
          return stage == null ? null : (law.indicator.stages?.[stage] ?? null);
        }),
    );
    const known = parts.filter((stage) => stage !== null);
    if (parts.length < 2 || known.length === 0)
      return cell.fact === null ? null : factText(cell.fact);
    const counts = [...groupBy(known, lowerFirst)].map(([stage, { length }]) => ({
      stage,
      count: length,
    }));
    const order = (data.laws[0]?.indicator.stages ?? []).map(lowerFirst);
    counts.sort((a, b) => order.indexOf(b.stage) - order.indexOf(a.stage));
    const missing = parts.length - known.length;
    return t('action.parts', {
      count: parts.length,
      list: [...counts, ...(missing > 0 ? [{ stage: t('law.notKnown'), count: missing }] : [])]
        .map((one) => t('action.partCount', one))
        .join(', '),
    });
  };
}
