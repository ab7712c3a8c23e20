import { useEffect, useState } from 'react';
import { AuthRefused } from '../../desk/auth.ts';
import { keepToken } from './kept-token.ts';

type State = 'LOADING' | 'INVALID' | 'WAIT' | 'FAILED' | 'OPEN';

/** A link of the mail that works once: its token, and whose it is. Nobody is signed in here. */
export function useLink(
  given: string | undefined,
  read: (token: string) => Promise<{ email: string; name: string } | null>,
) {
  const [token] = useState(() => keepToken(given));
  const [state, setState] = useState<State>('LOADING');
  const [person, setPerson] = useState({ name: '', email: '' });
  useEffect(() => {
    read(token).then(
      (found) => {
        if (found) setPerson(found);
        setState(found ? 'OPEN' : 'INVALID');
      },
      (error: unknown) => {
        const isBusy = error instanceof AuthRefused && error.refusal.code === 'RATE_LIMITED';
        setState(isBusy ? 'WAIT' : 'FAILED');
      },
    );
  }, [token, read]);
  return { token, state, person };
}
