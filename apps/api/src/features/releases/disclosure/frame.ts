import { codesIn, type ReleaseFrame } from '@qadam/domain';
import type { FrameArea } from './areas.ts';

/** The frame of one indicator and year. */
export function frameOf(
  areas: readonly FrameArea[],
  threshold: ReleaseFrame['threshold'],
  keys: readonly string[],
): ReleaseFrame {
  const countries = areas.filter(({ kind }) => kind === 'COUNTRY');
  const group = areas.find(({ kind }) => kind === 'GROUP');
  const isRegional = group && keys.some((key) => key.startsWith(`${group.code}|`));
  return {
    areas: countries.map(({ code }) => code),
    regionalTotal: isRegional ? group.code : null,
    codes: codesIn(keys, Object.fromEntries(countries.map(({ code, regions }) => [code, regions]))),
    threshold,
  };
}
