import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { ImportJobDocument } from './import-job.generated.ts';

const POLL_MS = 700;

/** Polls a job until it is checked; the page may be reloaded meanwhile. */
export function useImportJob(id: string) {
  const { data, error, startPolling, stopPolling } = useQuery(ImportJobDocument, {
    variables: { id },
  });
  const job = data?.importJob;
  const isAwaited = job === undefined || job.state === 'READING' || error !== undefined;
  useEffect(() => {
    if (isAwaited) startPolling(POLL_MS);
    else stopPolling();
  }, [isAwaited, startPolling, stopPolling]);
  return { job, error };
}
