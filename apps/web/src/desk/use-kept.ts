import { useEffect, useRef, useState } from 'react';
import { formDrafts } from './draft-store.ts';
import { useMe } from './session.ts';
import { useWarnBeforeLeaving } from './use-warn-before-leaving.ts';

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/**
 * What is being written in one form, kept on this computer as the grid keeps its values: it is there again after the
 * page was left, loaded again or changed by somebody else's decision. `place` says where it is written, `start` what
 * stands there before; it is JSON. `forget`: it was sent or taken back.
 */
export function useKept<T>(
  place: string,
  start: T,
): { kept: T; keep: (next: T) => void; forget: () => void } {
  const me = useMe();
  const [typed, setTyped] = useState<T>();
  const [drafts] = useState(() => formDrafts<T>(me.id, 'forms'));
  const touched = useRef(false);
  useEffect(() => {
    let left = false;
    void drafts.read().then((stored) => {
      const found = stored.find(({ cell }) => cell === place);
      if (found !== undefined && !left && !touched.current) setTyped(found.body);
    });
    return () => {
      left = true;
    };
  }, [drafts, place]);
  const kept = typed ?? start;
  useWarnBeforeLeaving(!drafts.persistent && !isSame(kept, start));
  return {
    kept,
    keep: (next) => {
      touched.current = true;
      setTyped(next);
      void (isSame(next, start)
        ? drafts.remove(place)
        : drafts.put({ cell: place, at: Date.now(), body: next }));
    },
    forget: () => {
      touched.current = true;
      setTyped(undefined);
      void drafts.remove(place);
    },
  };
}
