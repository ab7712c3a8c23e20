import { useEffect } from 'react';

/** A link that names a cell leads to it: its field is in sight and has the cursor. */
export function useLinkedCell(indicator: string | null): void {
  useEffect(() => {
    if (indicator === null) return;
    const row = document.getElementById(`cell-${indicator}`);
    row?.scrollIntoView({ block: 'center' });
    row?.querySelector<HTMLElement>('[data-entry]:enabled')?.focus({ preventScroll: true });
  }, [indicator]);
}
