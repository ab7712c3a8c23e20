import { useTranslation } from 'react-i18next';
import { groupBy } from './group-by.ts';
import type { LocalTextFragment } from './local-text.generated.ts';
import { lowerFirst } from './lower-first.ts';

export interface KeyLaw {
  indicator: { stages: readonly LocalTextFragment[] | null };
  elements: readonly { code: string; counts: boolean }[];
  cells: readonly { element: string; area: string; stage: number | null }[];
}

/** At which stages the parts of these laws are in one place: "4 parts: in force – 2, not known – 2". Null where there is one part or nothing is known. */
export function usePartsText(): (laws: readonly KeyLaw[], area: string) => string | null {
  const { t } = useTranslation();
  return (laws, area) => {
    const parts = laws.flatMap(({ indicator, elements, cells }) =>
      elements
        .filter(({ counts }) => counts)
        .map(({ code }) => {
          const stage = cells.find((one) => one.element === code && one.area === area)?.stage;
          return stage == null ? null : (indicator.stages?.[stage] ?? null);
        }),
    );
    const known = parts.filter((stage) => stage !== null);
    if (parts.length < 2 || known.length === 0) return null;
    const order = laws.flatMap(({ indicator }) => (indicator.stages ?? []).map(lowerFirst));
    const counts = [...groupBy(known, lowerFirst)]
      .map(([stage, { length }]) => ({ stage, count: length }))
      .sort((a, b) => order.indexOf(b.stage) - order.indexOf(a.stage));
    const missing = parts.length - known.length;
    if (missing > 0) counts.push({ stage: t('law.notKnown'), count: missing });
    return t('law.parts', {
      count: parts.length,
      list: counts.map((one) => t('law.partCount', one)).join(', '),
    });
  };
}
