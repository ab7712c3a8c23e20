import type { ReleaseCodes, ReleaseFrame } from '@qadam/domain';
import type { FrameArea } from './areas.ts';

/** The codes in use. Regions come from the country's own list: a face needs every one of them. */
export function frameOf(
  areas: readonly FrameArea[],
  threshold: ReleaseFrame['threshold'],
  keys: readonly string[],
): ReleaseFrame {
  const parts = keys.map((key) => key.split('|'));
  const used = (position: number) =>
    [...new Set(parts.flatMap((part) => part[position] ?? []))]
      .filter((code) => code !== '_T')
      .sort();
  const countries = areas.filter(({ kind }) => kind === 'COUNTRY');
  const group = areas.find(({ kind }) => kind === 'GROUP');
  const withUnknown = (area: string) =>
    parts.some((part) => part[0] === area && part[4] === '_U') ? ['_U'] : [];
  const codes: ReleaseCodes = {
    sex: used(1),
    age: used(2),
    urb: used(3),
    region: Object.fromEntries(
      countries.map(({ code, regions }) => [code, [...regions, ...withUnknown(code)]]),
    ),
    breakdown: used(5),
  };
  const regionalTotal = group && parts.some(([area]) => area === group.code) ? group.code : null;
  return {
    areas: countries.map(({ code }) => code),
    regionalTotal,
    codes,
    threshold,
  };
}
