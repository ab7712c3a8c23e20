import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/** After a link inside the site the reader of a screen reader starts at the new content, as after a full load. */
export function FocusMain() {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onResolved', ({ fromLocation, pathChanged }) => {
        if (fromLocation === undefined || !pathChanged) return;
        document.getElementById('main')?.focus({ preventScroll: true });
      }),
    [router],
  );
  return null;
}
