import { useFormat } from '../../ui/use-format.ts';

/** At the foot of what is printed: when, and where it stands. */
export function PrintedAt() {
  const format = useFormat();
  const { origin, pathname } = window.location;
  return (
    <p className="print-only">
      {format.date(new Date().toISOString().slice(0, 10))} · {origin}
      {pathname}
    </p>
  );
}
