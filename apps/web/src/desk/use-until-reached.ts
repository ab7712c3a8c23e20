import { useEffect, useEffectEvent } from 'react';

const RETRY = 5000;

/** Repeats the attempt as long as it is wanted: every few seconds, and at once when the browser says that the network is back. */
export function useUntilReached(wanted: boolean, attempt: () => void): void {
  const again = useEffectEvent(attempt);
  useEffect(() => {
    if (!wanted) return undefined;
    const go = () => again();
    const timer = setInterval(go, RETRY);
    window.addEventListener('online', go);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', go);
    };
  }, [wanted]);
}
