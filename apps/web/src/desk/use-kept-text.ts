import { useEffect, useRef, useState } from 'react';
import { formDrafts } from './draft-store.ts';
import { useMe } from './session.ts';
import { useWarnBeforeLeaving } from './use-warn-before-leaving.ts';

/**
 * A text that is kept on this computer while it is written, as the grid keeps its values: it is there again after the
 * page was left, loaded again or taken away by somebody else's decision. `place` says where it is written. `forget`:
 * it was sent or taken back.
 */
export function useKeptText(place: string): {
  text: string;
  setText: (text: string) => void;
  forget: () => void;
} {
  const me = useMe();
  const [text, setText] = useState('');
  const [drafts] = useState(() => formDrafts<string>(me.id, 'texts'));
  const touched = useRef(false);
  useEffect(() => {
    let left = false;
    void drafts.read().then((kept) => {
      const found = kept.find(({ cell }) => cell === place);
      if (found !== undefined && !left && !touched.current) setText(found.body);
    });
    return () => {
      left = true;
    };
  }, [drafts, place]);
  useWarnBeforeLeaving(!drafts.persistent && text.trim() !== '');
  return {
    text,
    setText: (next) => {
      touched.current = true;
      setText(next);
      void (next === ''
        ? drafts.remove(place)
        : drafts.put({ cell: place, at: Date.now(), body: next }));
    },
    forget: () => {
      touched.current = true;
      setText('');
      void drafts.remove(place);
    },
  };
}
