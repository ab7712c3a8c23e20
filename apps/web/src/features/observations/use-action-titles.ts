import { useEffect, useState } from 'react';
import { getRouteApi } from '@tanstack/react-router';
import { ScorecardDocument } from '../scorecard/scorecard.generated.ts';

const root = getRouteApi('__root__');

/** Titles of the actions, from the public side; the desk works without them, as before the first release. */
export function useActionTitles(): ReadonlyMap<string, string> {
  const { client, lang } = root.useRouteContext();
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    client.query({ query: ScorecardDocument, variables: { lang, release: null } }).then(
      ({ data }) => {
        const rows = data?.scorecard?.rows ?? [];
        setTitles(new Map(rows.map(({ action }) => [action.code, action.title.text])));
      },
      () => undefined,
    );
  }, [client, lang]);
  return titles;
}
