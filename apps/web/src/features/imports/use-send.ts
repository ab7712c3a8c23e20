import { useState } from 'react';
import type { Trouble } from '../../desk/problem-text.ts';
import { troubleOf } from './import-api.ts';

/** Sends what a person says of a file; `problem` is why that failed. */
export function useSend(onSent: () => void) {
  const [problem, setProblem] = useState<Trouble | null>(null);
  const send = (sent: Promise<unknown>) => {
    sent.then(onSent, (error: unknown) => setProblem(troubleOf(error)));
  };
  return { problem, send };
}
