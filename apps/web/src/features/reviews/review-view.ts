import { useNavigate, useSearch } from '@tanstack/react-router';
import { areaCodes } from '../../theme/countries.ts';

export const conversations = ['questions', 'answers'] as const;
export type Conversation = (typeof conversations)[number];

/** What of the queue is shown; it stands in the address, so that a view can be sent to a colleague. */
export interface ReviewView {
  /** One country. */
  area: string | null;
  /** What a question waits for, or what was answered. */
  only: Conversation | null;
  /** Countries whose unremarkable values are shown. */
  unfolded: ReadonlySet<string>;
  /** The value whose details are open. */
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
