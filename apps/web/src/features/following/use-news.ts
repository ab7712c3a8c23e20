import { skipToken, useMutation, useQuery } from '@apollo/client/react';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';
import { RecordVisitDocument, NewsDocument } from './following.generated.ts';

const root = getRouteApi('__root__');

/** Remembers the look first: only then it is known which visit was the last. undefined while that is asked. */
export function useNews(wanted: boolean) {
  const { lang } = root.useRouteContext();
  const [recordVisit, { called, loading }] = useMutation(RecordVisitDocument);
  useEffect(() => {
    // not remembered, it will be at the next page
    recordVisit().catch(() => undefined);
  }, [recordVisit]);
  const ready = wanted && called && !loading;
  const { data } = useQuery(NewsDocument, ready ? { variables: { lang } } : skipToken);
  return data?.news;
}
