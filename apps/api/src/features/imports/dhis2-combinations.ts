import type { BreakdownDimension } from '@qadam/domain';
import type { Texts } from '../../graphql/local-text.type.ts';
import type { DeskAxis } from '../indicators/desk-indicator.ts';
import { CATEGORIES, comboCode } from '../../standards/dhis2.ts';
import { sdmxId } from '../../standards/sdmx-id.ts';

/** A part of an indicator in DHIS2 terms: one option of each category that the indicator is broken down by. */
export interface Combination {
  /** `SEX_F.URBANISATION_R`, as our own metadata package writes it. */
  code: string;
  parts: Partial<Record<BreakdownDimension, string>>;
  names: readonly Texts[];
}

/** A table with more combinations than this is skipped. */
const MOST = 2000;

/** All combinations of the codes that the tables ask for; a dimension may be at its total in them, but not all of them at once. */
export function combinationsOf(axes: readonly DeskAxis[]): Combination[] {
  let found: (Combination & { categories: Record<string, string> })[] = [
    { code: '', parts: {}, names: [], categories: {} },
  ];
  for (const [category, dimension] of Object.entries(CATEGORIES)) {
    const codes = axes.find((axis) => axis.dimension === dimension)?.codes ?? [];
    if (found.length * (codes.length + 1) > MOST) return [];
    found = found.flatMap((before) => [
      before,
      ...codes.map(({ code, name }) => {
        const categories = { ...before.categories, [category]: sdmxId(code) };
        return {
          ...{ code: comboCode(categories), categories },
          parts: { ...before.parts, [dimension]: code },
          names: [...before.names, name],
        };
      }),
    ]);
  }
  return found
    .filter(({ code }) => code !== '')
    .map(({ code, parts, names }) => ({ code, parts, names }));
}
