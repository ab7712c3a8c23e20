import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { FailedToLoad } from '../desk/failed-to-load.tsx';

/** How Chromium, Firefox and Safari say that code did not come. */
const lostCode = /dynamically imported module|importing a module script failed/i;

/** Code that did not come once is not asked for again by the document that missed it: where the site answers, a new one is. */
async function loadAnew(): Promise<void> {
  try {
    await fetch('/health/live', { cache: 'no-store' });
  } catch {
    return;
  }
  window.location.reload();
}

export function Failure({ error }: ErrorComponentProps) {
  const router = useRouter();
  const isLost = error instanceof Error && lostCode.test(error.message);
  const retry = isLost ? loadAnew : () => router.invalidate();
  return <FailedToLoad error={error} retry={() => void retry()} />;
}
