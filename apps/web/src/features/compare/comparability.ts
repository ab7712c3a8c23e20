import { METHOD_VERSION } from '@qadam/domain';
import type { Curve } from '../../charts/curve.ts';
import type { Compared } from './compare.types.ts';
import type { CompareView } from './view.ts';

/** Why drawings beside one another may not mean the same. */
export type Caution =
  | { kind: 'UNITS' }
  | { kind: 'METHOD'; version: string }
  | { kind: 'BREAK'; code: string; area: string; year: number };

/**
 * What a reader has to know before comparing: values in different units, a series broken within the years drawn, or a release
 * assessed by rules that are not today's, under which earlier shares are not said.
 */
export function cautions(
  drawn: readonly { compared: Compared; curves: readonly Curve[] }[],
  view: Pick<CompareView, 'scale'>,
  methodVersion: string,
): Caution[] {
  const units = new Set(
    drawn.map(({ compared: { indicator } }) => `${indicator.kind} ${indicator.unit}`),
  );
  const broken = drawn.flatMap(({ compared, curves }) =>
    curves.flatMap((curve) =>
      breaksOf(curve).map((year): Caution => ({
        kind: 'BREAK',
        code: compared.indicator.code,
        area: curve.area,
        year: year + (curve.since ?? 0),
      })),
    ),
  );
  return [
    ...(view.scale === 'value' && units.size > 1 ? [{ kind: 'UNITS' } as const] : []),
    ...(view.scale === 'progress' && methodVersion !== METHOD_VERSION
      ? [{ kind: 'METHOD', version: methodVersion } as const]
      : []),
    ...broken,
  ];
}

/** A recorded break, or a value marked as the first of a new series, with something before it. */
function breaksOf({ breaks, observed }: Curve): number[] {
  const known = observed.filter(({ value, hidden }) => value !== null || hidden);
  const first = known[0]?.year ?? Infinity;
  const marked = known.filter(({ status }) => status === 'B').map(({ year }) => year);
  return [...new Set([...breaks, ...marked])].filter((year) => year > first).sort((a, b) => a - b);
}
