import { lazy, Suspense } from 'react';
import { useSignedIn } from '../../desk/signed-in.ts';
import type { Follow } from './tools.tsx';

const Tools = lazy(async () => ({ default: (await import('./tools.tsx')).Tools }));

/** Tools on public pages for a person who signed in in this tab. They are never in the stored page, and not loaded for visitors. */
export function SignedInTools(props: { follow?: Follow; news?: boolean }) {
  const signedIn = useSignedIn();
  return signedIn ? (
    <Suspense fallback={null}>
      <Tools {...props} />
    </Suspense>
  ) : null;
}
