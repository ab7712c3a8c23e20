import { useNavigate, useSearch } from '@tanstack/react-router';

/** What of the queue is shown; it stands in the address, so that a view can be sent to a colleague. */
export interface ReviewView {
  /** One country. */
  area: string | null;
  onlyQuestions: boolean;
  /** Countries whose unremarkable values are shown. */
  unfolded: ReadonlySet<string>;
  /** The value whose details are open. */
  open: string | null;
}

const areas = /^(KAZ|KGZ|TJK|UZB|CA4)(~(KAZ|KGZ|TJK|UZB|CA4))*$/;
const known = (text: unknown, pattern: RegExp): string | null =>
  typeof text === 'string' && pattern.test(text) ? text : null;

function viewOf(search: Readonly<Record<string, unknown>>): ReviewView {
  return {
    area: known(search['c'], /^(KAZ|KGZ|TJK|UZB|CA4)$/),
    onlyQuestions: search['only'] === 'questions',
    unfolded: new Set(known(search['show'], areas)?.split('~')),
    open: known(search['cell'], /^[\w-]{1,40}$/),
  };
}

function searchOf({ area, onlyQuestions, unfolded, open }: ReviewView): Record<string, string> {
  return {
    ...(area !== null && { c: area }),
    ...(onlyQuestions && { only: 'questions' }),
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
