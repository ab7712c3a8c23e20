import { useLocation } from '@tanstack/react-router';
import { useFormat } from './use-format.ts';

/** At the foot of a printed page: the date, and the page's address. */
export function PrintedAt() {
  const format = useFormat();
  const { href } = useLocation();
  return (
    <p className="print-only" data-printed-at="">
      {format.date(new Date().toISOString().slice(0, 10))} · {window.location.origin}
      {href}
    </p>
  );
}
