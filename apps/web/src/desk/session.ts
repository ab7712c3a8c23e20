import { createContext, useContext } from 'react';
import type { Me, NextStep } from './auth.ts';

export interface Session {
  /** undefined while it is being asked; null for a visitor. */
  me: Me | null | undefined;
  failed: boolean;
  /** The page was opened without a connection: `me` is whom the server knew last, and sees what this browser kept. */
  offline: boolean;
  /** Somebody is signed in only by `signedIn`, after the step that may be still to come. */
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

/** Inside RequireRole: the signed-in person. */
export function useMe(): Me {
  const { me } = useSession();
  if (!me) throw new Error('useMe outside of RequireRole');
  return me;
}
