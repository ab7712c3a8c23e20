import { useEffect, useState } from 'react';
import { getRouteApi } from '@tanstack/react-router';
import { ActionTitlesDocument } from './action-titles.generated.ts';

const root = getRouteApi('__root__');

/** Titles of the actions, from the public side; the desk works without them, as before the first release. */
export function useActionTitles(): ReadonlyMap<string, string> {
  const { client, lang } = root.useRouteContext();
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    client.query({ query: ActionTitlesDocument, variables: { lang } }).then(
      ({ data }) => {
        const rows = data?.scorecard?.rows ?? [];
        setTitles(new Map(rows.map(({ action }) => [action.code, action.title.text])));
      },
      () => undefined,
    );
  }, [client, lang]);
  return titles;
}
