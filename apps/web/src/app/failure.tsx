import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { FailedToLoad } from '../desk/failed-to-load.tsx';

/** The messages of Chromium, Firefox and Safari for a module that failed to load. */
const lostModule = /dynamically imported module|importing a module script failed/i;

/** A browser never asks again for a module that failed to load, so the whole page is loaded again; but only once the site responds. */
async function reloadPage(): Promise<void> {
  try {
    await fetch('/health/live', { cache: 'no-store' });
  } catch {
    return;
  }
  window.location.reload();
}

export function Failure({ error }: ErrorComponentProps) {
  const router = useRouter();
  const isLost = error instanceof Error && lostModule.test(error.message);
  const retry = isLost ? reloadPage : () => router.invalidate();
  return <FailedToLoad error={error} retry={() => void retry()} />;
}
