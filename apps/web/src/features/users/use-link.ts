import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { RequestFailed } from '../../desk/auth.ts';

const KEY = 'qadam.invitation';

/** The token of the address; in another language, which is another document without it, the one that was there before. */
function keepToken(given: string | undefined): string {
  try {
    if (given !== undefined) sessionStorage.setItem(KEY, given);
    return given ?? sessionStorage.getItem(KEY) ?? '';
  } catch {
    // a browser that keeps nothing
    return given ?? '';
  }
}

export function forgetToken(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // nothing was kept
  }
}

type State = 'LOADING' | 'INVALID' | 'WAIT' | 'FAILED' | 'OPEN';

/**
 * A link of the mail that works once: its token, and whose it is. Nobody is signed in here. The token stands behind the # of the
 * address, which reaches no server, and is taken out of it, so that it stays in no history.
 */
export function useLink(read: (token: string) => Promise<{ email: string; name: string } | null>) {
  const { hash } = useLocation();
  const navigate = useNavigate();
  const [token] = useState(() => keepToken(/^token=([\w-]+)$/.exec(hash)?.[1]));
  const [state, setState] = useState<State>('LOADING');
  const [person, setPerson] = useState({ name: '', email: '' });
  useEffect(() => {
    if (hash !== '') void navigate({ to: '.', hash: '', replace: true });
  }, [hash, navigate]);
  useEffect(() => {
    read(token).then(
      (found) => {
        if (found) setPerson(found);
        setState(found ? 'OPEN' : 'INVALID');
      },
      (error: unknown) => {
        const isBusy = error instanceof RequestFailed && error.answer.code === 'RATE_LIMITED';
        setState(isBusy ? 'WAIT' : 'FAILED');
      },
    );
  }, [token, read]);
  return { token, state, person };
}
