import { useEffect, useEffectEvent, useState } from 'react';
import { isTyping, useSingleKeys } from '../../ui/single-keys.ts';

/** The key by its place where the layout has no Latin letters: the same shortcuts while somebody writes Cyrillic. */
const letterOf = ({ key, code }: KeyboardEvent): string =>
  /^[a-z]$/i.test(key) ? key : (/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? key);

/** j and k move, a accepts, q asks, r returns. Ignored while typing, and they can be switched off (WCAG 2.1.4). */
export function useReviewKeys(props: {
  ids: readonly string[];
  accept: (id: string) => void;
  write: (id: string, act: 'ASK' | 'RETURN') => void;
}) {
  const [on, setOn] = useSingleKeys();
  const [current, setCurrent] = useState<string>();

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { target } = event;
    const key = letterOf(event);
    if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    if (isTyping(target) || (target instanceof Element && target.closest('dialog'))) return;
    const { ids } = props;
    const at = current === undefined ? -1 : ids.indexOf(current);
    const chosen = ids[at];
    if (key === 'j' || key === 'k') {
      const next = ids[Math.max(0, Math.min(ids.length - 1, at + (key === 'j' ? 1 : -1)))];
      setCurrent(next);
      if (next !== undefined) document.getElementById(`review-${next}`)?.focus();
    } else if (key === 'a' && chosen !== undefined) props.accept(chosen);
    else if ((key === 'q' || key === 'r') && chosen !== undefined) {
      event.preventDefault();
      props.write(chosen, key === 'q' ? 'ASK' : 'RETURN');
    }
  });
  useEffect(() => {
    if (!on) return;
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [on]);

  return { on, switch: setOn, current };
}
