import { useNavigate, useSearch } from '@tanstack/react-router';
import type { WorkObservationFragment } from '../../desk/work-observation.generated.ts';
import { areaCodes } from '../../theme/countries.ts';
import { groupBy } from '../../ui/group-by.ts';

/** What is decided in one row: one value, or all values of a table. */
export interface Line {
  id: string;
  /** The total of the table, or the single value. */
  lead: WorkObservationFragment;
  values: readonly WorkObservationFragment[];
}

export interface AreaGroup {
  area: string;
  easy: Line[];
  others: Line[];
}

const order = (area: string): number => areaCodes.findIndex((code) => code === area);

/** Can this value be accepted without a closer look? No rule has remarked on it, and the reviewer did not write it. */
export const isRoutine = (
  { remarks, current }: WorkObservationFragment,
  reviewer: string,
): boolean => remarks.length === 0 && current.author?.id !== reviewer;

/** Values with the same key form one row: the parts of a number do, while each element of a law is a row of its own. */
const tableOf = ({ id, element, indicator, area, year }: WorkObservationFragment): string =>
  element === null ? [area, indicator, year].join(' ') : id;

const linesOf = (values: readonly WorkObservationFragment[]): Line[] =>
  [...groupBy(values, tableOf).values()].flatMap((own): Line[] => {
    const lead = own.find(({ whole }) => whole) ?? own[0];
    return lead === undefined ? [] : [{ id: lead.id, lead, values: own }];
  });

export const valuesIn = (lines: readonly Line[]): WorkObservationFragment[] =>
  lines.flatMap(({ values }) => values);

/**
 * The submitted values by country, those that need no closer look apart from the others. Values that are `held` (they
 * come first) or have a message (`explained`) are always among the others, so that they are seen.
 */
export function queueOf(
  submitted: readonly WorkObservationFragment[],
  reviewer: string,
  held: readonly WorkObservationFragment[] = [],
  explained: ReadonlySet<string> = new Set(),
): AreaGroup[] {
  const isEasy = (one: WorkObservationFragment) =>
    isRoutine(one, reviewer) && !held.includes(one) && !explained.has(one.id);
  return [...groupBy(linesOf([...held, ...submitted]), ({ lead }) => lead.area)]
    .sort(([a], [b]) => order(a) - order(b))
    .map(([area, lines]) => {
      const easy = lines.filter(({ values }) => values.every(isEasy));
      return { area, easy, others: lines.filter((one) => !easy.includes(one)) };
    });
}

export const conversations = ['questions', 'answers'] as const;
export type Conversation = (typeof conversations)[number];

/** Which part of the queue is shown. It is kept in the address, so that a view can be sent to a colleague. */
export interface ReviewView {
  area: string | null;
  /** Only values with an open question, or only those whose question was answered. */
  only: Conversation | null;
  /** Countries whose unremarkable values are shown. */
  unfolded: ReadonlySet<string>;
  open: string | null;
}

const isArea = (text: string): boolean => areaCodes.some((code) => code === text);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function viewOf(search: Readonly<Record<string, unknown>>): ReviewView {
  const [area, open] = [textOf(search['c']), textOf(search['cell'])];
  return {
    area: isArea(area) ? area : null,
    only: conversations.find((one) => one === search['only']) ?? null,
    unfolded: new Set(textOf(search['show']).split('~').filter(isArea)),
    open: /^[\w-]{1,40}$/.test(open) ? open : null,
  };
}

function searchOf({ area, only, unfolded, open }: ReviewView): Record<string, string> {
  return {
    ...(area !== null && { c: area }),
    ...(only !== null && { only }),
    ...(unfolded.size > 0 && { show: [...unfolded].sort().join('~') }),
    ...(open !== null && { cell: open }),
  };
}

export function useReviewView() {
  const view = viewOf(useSearch({ strict: false }));
  const navigate = useNavigate();
  const change = (part: Partial<ReviewView>) =>
    void navigate({
      to: '.',
      search: searchOf({ ...view, ...part }),
      replace: true,
      resetScroll: false,
    });
  return { view, change };
}
