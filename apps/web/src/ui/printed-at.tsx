import { useLocation } from '@tanstack/react-router';
import { useFormat } from './use-format.ts';

/** At the foot of what is printed: when, and where it stands. */
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
