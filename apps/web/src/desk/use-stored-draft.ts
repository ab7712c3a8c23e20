import { useEffect, useRef, useState } from 'react';
import { formDrafts } from './draft-store.ts';
import { sameJson } from './use-edited.ts';
import { useMe } from './session.ts';

/**
 * A draft of one form, kept on this computer like the values of the grid: it is there again after the page was left or
 * reloaded, or after somebody else decided first. `place` names the field or form, `start` is its content before anything is
 * typed (compared as JSON). `forget` is called once the draft was sent or given up; what was typed since then stays.
 */
export function useStoredDraft<T>(place: string, start: T) {
  const me = useMe();
  const [typed, setTyped] = useState<T>();
  const [drafts] = useState(() => formDrafts<T>(me.id, 'forms'));
  const latest = useRef<{ body: T }>(undefined);
  useEffect(() => {
    let left = false;
    void drafts.read().then((stored) => {
      const found = stored.find(({ cell }) => cell === place);
      if (found !== undefined && !left && latest.current === undefined) setTyped(found.body);
    });
    return () => {
      left = true;
    };
  }, [drafts, place]);
  const kept = typed ?? start;
  useWarnBeforeLeaving(!drafts.persistent && !sameJson(kept, start));
  const keep = (next: T) => {
    latest.current = { body: next };
    setTyped(next);
    void (sameJson(next, start)
      ? drafts.remove(place)
      : drafts.put({ cell: place, at: Date.now(), body: next }));
  };
  return {
    kept,
    keep,
    /** Changes the newest draft, which may have been typed after the last rendering, and keeps the result. */
    keepOf: (change: (newest: T) => T) => keep(change(latest.current?.body ?? kept)),
    forget: () => {
      if (latest.current !== undefined && !sameJson(latest.current.body, kept)) return;
      latest.current = { body: start };
      setTyped(undefined);
      void drafts.remove(place);
    },
  };
}

/** Makes the browser ask before a page with unsaved input is closed. */
export function useWarnBeforeLeaving(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);
}
