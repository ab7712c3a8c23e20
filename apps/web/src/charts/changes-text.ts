import { listed } from '../ui/listed.ts';
import type { ChartsT } from './groups/group-words.ts';
import type { Observed, Trace } from './trace.ts';
import type { ChartText } from './use-chart-text.ts';

type Told = Pick<Trace, 'area' | 'observed' | 'breaks'>;

/** A latest value older than this many years before the release is no news any more (methods.md 1.8, flag STALE). */
const fresh = 2;

/** The newest year of which something is known, if only that it is hidden: then no older value takes its place. */
const newest = ({ observed }: Told): Observed | undefined =>
  observed.findLast(({ value, hidden }) => value !== null || hidden);

/** What changed from the first year shown to the last, and who has published nothing since, or nothing at all. */
export function changesText(
  t: ChartsT,
  text: ChartText,
  traces: readonly Told[],
  names: Readonly<Record<string, string>>,
  asOf: number,
): string {
  const name = ({ area }: Told) => names[area] ?? area;
  const known = traces.filter((trace) => newest(trace)?.value != null);
  const recent = known.filter((trace) => (newest(trace)?.year ?? 0) >= asOf - fresh);
  // where no country is recent, the change is described all the same
  const told = recent.length > 0 ? recent : known;
  const stale = known.filter((trace) => !told.includes(trace));
  const hidden = traces.filter((trace) => newest(trace)?.hidden === true);
  const silent = traces.filter((trace) => newest(trace) === undefined);
  const last = (trace: Told) => {
    const { value = null, year } = newest(trace) ?? {};
    return { country: name(trace), value: text.value(value ?? ''), year };
  };
  return [
    told.length > 0 &&
      `${upper(told.map((trace) => changeText(t, text, trace, name(trace))).join('; '))}.`,
    stale.length > 0 &&
      t('charts:say.stale', {
        count: stale.length,
        list: listed(
          t,
          stale.map((trace) => t('charts:say.staleOne', last(trace))),
        ),
      }),
    hidden.length > 0 &&
      t('charts:say.hidden', { count: hidden.length, list: listed(t, hidden.map(name)) }),
    silent.length > 0 &&
      t('charts:say.silent', { count: silent.length, list: listed(t, silent.map(name)) }),
  ]
    .filter((part) => part !== false)
    .join(' ');
}

/** From the first value that can be compared with the latest, to that one. */
function changeText(t: ChartsT, text: ChartText, trace: Told, country: string): string {
  const latest = newest(trace);
  const lastYear = latest?.year ?? 0;
  const broken = Math.max(-Infinity, ...trace.breaks.filter((year) => year <= lastYear));
  const first = trace.observed.find(({ value, year }) => value !== null && year >= broken);
  const last = { country, last: text.value(latest?.value ?? ''), lastYear };
  if (first?.value == null || first.year === lastYear) return t('charts:say.single', last);
  const moved = Number(latest?.value) - Number(first.value);
  return t(`charts:say.${moved > 0 ? 'rose' : moved < 0 ? 'fell' : 'same'}`, {
    ...last,
    first: text.value(first.value),
    firstYear: first.year,
  });
}

const upper = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);
