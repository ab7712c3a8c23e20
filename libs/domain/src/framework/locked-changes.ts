import { SharedCounts } from '../disclosure/shared-counts.ts';
import type { FrameworkDifference } from './diff-framework.ts';
import type { FrameworkDocument } from './framework-document.ts';

/** Fields that say what a value means: with another kind or unit, released values would be other values. */
const MEASURED_AS = new Set(['kind', 'scope', 'unit', 'multiplier']);

/** Links between counts: once released they stay, because the linked counts were planned together to protect each other. */
const LINKS = new Set(['numeratorOf', 'denominatorOf']);

/** Changes that would make disclosure control less strict, so that small counts hidden in a release would be shown. */
const LOOSENED: Record<string, (before: unknown, after: unknown) => boolean> = {
  sensitive: (before) => before === true,
  thresholdBase: (before, after) => Number(after) < Number(before),
  thresholdDetailed: (before, after) => Number(after) < Number(before),
  valueType: (before) => before === 'CUMULATIVE',
  centresIn: (before) => before !== null,
};

interface LockedChange {
  code: string;
  field: string;
  why: 'LOCKED_BY_RELEASE' | 'CONTROL_STAYS_STRICT';
}

/**
 * The changes that are forbidden for an indicator with released values: those of what its values mean, and those that would
 * hide less. `current`: the framework before the changes. Source: domain.md, Framework.
 */
export function lockedChanges(
  current: Pick<FrameworkDocument, 'indicators'>,
  differences: readonly FrameworkDifference[],
): LockedChange[] {
  const shared = new SharedCounts(current.indicators);
  return differences.flatMap(({ object, code, change, fields }) =>
    object !== 'INDICATOR' || change !== 'CHANGED'
      ? []
      : fields.flatMap(({ field, before, after }): LockedChange[] => {
          if (MEASURED_AS.has(field)) return [{ code, field, why: 'LOCKED_BY_RELEASE' }];
          const isUntied = LINKS.has(field) && typeof before === 'string' && shared.isCount(before);
          return isUntied || LOOSENED[field]?.(before, after)
            ? [{ code, field, why: 'CONTROL_STAYS_STRICT' }]
            : [];
        }),
  );
}

/** Codes of elements that a law would no longer have. An element with a new code is another element. */
export function removedElements(differences: readonly FrameworkDifference[]): string[] {
  return differences.flatMap(({ object, change, fields }) => {
    const elements = fields.find(({ field }) => field === 'elements');
    if (object !== 'INDICATOR' || change === 'ADDED' || elements === undefined) return [];
    const codesOf = (side: unknown) => (side as { code: string }[]).map(({ code }) => code);
    const kept = new Set(codesOf(elements.after));
    return codesOf(elements.before).filter((code) => !kept.has(code));
  });
}
