import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { RequestFailed } from '../../desk/auth.ts';

const KEY = 'qadam.invitation';

/** The token in the address. A page in another language is another document without it, so the token is kept for the session. */
function keepToken(given: string | undefined): string {
  try {
    if (given !== undefined) sessionStorage.setItem(KEY, given);
    return given ?? sessionStorage.getItem(KEY) ?? '';
  } catch {
    // the browser stores nothing
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
 * The page behind a link in a mail that works once: its token, and the person it belongs to. Nobody is signed in here.
 * The token is in the fragment of the address, which is sent to no server, and is removed from it, so that it stays in
 * no history.
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
