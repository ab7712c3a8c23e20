import { useEffect, useState } from 'react';
import { useRouteContext } from '@tanstack/react-router';
import { ActionTitlesDocument } from './action-titles.generated.ts';

/** Titles of the actions, from the public side. Before the first release there are none, and the desk works without them. */
export function useActionTitles(): ReadonlyMap<string, string> {
  const { ask, lang } = useRouteContext({ from: '__root__' });
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    ask(ActionTitlesDocument, { lang }).then(
      ({ scorecard }) => {
        const rows = scorecard?.rows ?? [];
        setTitles(new Map(rows.map(({ action }) => [action.code, action.title.text])));
      },
      () => undefined,
    );
  }, [ask, lang]);
  return titles;
}
