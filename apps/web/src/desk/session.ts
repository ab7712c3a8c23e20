import { createContext, useContext } from 'react';
import type { Me, NextStep } from './auth.ts';

export interface Session {
  /** The signed-in person; undefined until the server has answered; null for a visitor. */
  me: Me | null | undefined;
  failed: boolean;
  /** Was the page opened without a connection? Then `me` is the person signed in last, who sees what this browser kept. */
  offline: boolean;
  /** Checks the password. The person is only signed in by calling `signedIn`, after a further step if there is one. */
  signIn: (email: string, password: string) => Promise<Me | NextStep>;
  signedIn: (me: Me) => void;
  signOut: () => Promise<void>;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession outside of a desk');
  return session;
}

/** The signed-in person; only to be used inside RequireRole. */
export function useMe(): Me {
  const { me } = useSession();
  if (!me) throw new Error('useMe outside of RequireRole');
  return me;
}
