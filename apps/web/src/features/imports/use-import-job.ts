import { useCallback, useEffect, useState } from 'react';
import type { Trouble } from '../../desk/problem-text.ts';
import { readJob, troubleOf, type ImportJob } from './import-api.ts';

const POLL_MS = 700;

interface Watched {
  job: ImportJob | null;
  trouble: Trouble | null;
  /** How often it was read anew: what hangs on it loads again. */
  turn: number;
  reload: () => void;
}

/** Asks after a job until it is checked; the page may be loaded anew meanwhile. */
export function useImportJob(id: string): Watched {
  const [job, setJob] = useState<ImportJob | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [turn, setTurn] = useState(0);

  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      try {
        const found = await readJob(id);
        if (stopped) return;
        setJob(found);
        setTrouble(null);
        if (found.state !== 'READING') return;
      } catch (error) {
        if (stopped) return;
        setTrouble(troubleOf(error));
      }
      timer = setTimeout(() => void look(), POLL_MS);
    };
    void look();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [id, turn]);

  const reload = useCallback(() => setTurn((now) => now + 1), []);
  return { job, trouble, turn, reload };
}
