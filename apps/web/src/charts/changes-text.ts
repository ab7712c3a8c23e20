import { upperFirst } from '../ui/first-letter.ts';
import { listed } from '../ui/listed.ts';
import type { ChartsT } from './groups/group-words.ts';
import type { Observed, Curve } from './curve.ts';
import type { ChartText } from './use-chart-text.ts';

type Told = Pick<Curve, 'area' | 'observed' | 'breaks'>;

/** A latest value that is more than this many years older than the release is out of date (methods.md 1.8, flag STALE). */
const fresh = 2;

/** The newest year with a value, even if it is hidden: then no older value takes its place. */
const newest = ({ observed }: Told): Observed | undefined =>
  observed.findLast(({ value, hidden }) => value !== null || hidden);

/** What changed from the first year shown to the last, and who has published nothing since, or nothing at all. */
export function changesText(
  t: ChartsT,
  text: ChartText,
  curves: readonly Told[],
  names: Readonly<Record<string, string>>,
  asOf: number,
): string {
  const name = ({ area }: Told) => names[area] ?? area;
  const known = curves.filter((curve) => newest(curve)?.value != null);
  const recent = known.filter((curve) => (newest(curve)?.year ?? 0) >= asOf - fresh);
  // if no country has a recent value, the changes of those with older ones are described
  const chosen = recent.length > 0 ? recent : known;
  const stale = known.filter((curve) => !chosen.includes(curve));
  const hidden = curves.filter((curve) => newest(curve)?.hidden === true);
  const silent = curves.filter((curve) => newest(curve) === undefined);
  const last = (curve: Told) => {
    const { value = null, year } = newest(curve) ?? {};
    return { country: name(curve), value: text.value(value ?? ''), year };
  };
  return [
    chosen.length > 0 &&
      `${upperFirst(chosen.map((curve) => changeText(t, text, curve, name(curve))).join('; '))}.`,
    stale.length > 0 &&
      t('charts:say.stale', {
        count: stale.length,
        list: listed(
          t,
          stale.map((curve) => t('charts:say.staleOne', last(curve))),
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

/** The change from the first value that can be compared with the latest one, to the latest. */
function changeText(t: ChartsT, text: ChartText, curve: Told, country: string): string {
  const latest = newest(curve);
  const lastYear = latest?.year ?? 0;
  const broken = Math.max(-Infinity, ...curve.breaks.filter((year) => year <= lastYear));
  const first = curve.observed.find(({ value, year }) => value !== null && year >= broken);
  const last = { country, last: text.value(latest?.value ?? ''), lastYear };
  if (first?.value == null || first.year === lastYear) return t('charts:say.single', last);
  const moved = Number(latest?.value) - Number(first.value);
  return t(`charts:say.${moved > 0 ? 'rose' : moved < 0 ? 'fell' : 'same'}`, {
    ...last,
    first: text.value(first.value),
    firstYear: first.year,
  });
}
