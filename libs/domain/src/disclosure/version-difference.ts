import type { Maybe } from '../values/figure.ts';
import { isSmall, toCount, type Count } from './count.ts';

/** A list as one version published it; null is hidden. */
export interface PublishedVersion {
  readonly version: number | string;
  readonly parts: readonly { readonly id: string; readonly value?: Maybe<Count> }[];
  readonly total?: Maybe<Count>;
}

export interface VersionDifferenceInput {
  readonly versions: readonly PublishedVersion[];
  readonly threshold: number;
}

/** A small count that a version hid and a reader of all versions knows. */
export interface RecoveredValue {
  readonly version: number | string;
  readonly id: string;
  readonly value: number;
  readonly how: 'SHOWN_ELSEWHERE' | 'SUBTRACTION';
}

export interface VersionDifference {
  readonly recovered: readonly RecoveredValue[];
  readonly safe: boolean;
}

/**
 * What can be worked out from old files: a part hidden in one version and shown in another is
 * taken from there (from the newest that shows it), and a single part left is the total minus the
 * rest. Small counts found so are listed by version. Source: methods.md 2.5, Versions.
 * @public
 */
export function versionDifference(input: VersionDifferenceInput): VersionDifference {
  const shown = new Map<string, number>();
  for (const { parts } of input.versions) {
    for (const { id, value } of parts) if (value != null) shown.set(id, toCount(value));
  }
  const recovered = input.versions.flatMap((version) =>
    recover(version, shown).filter(({ value }) => isSmall(value, input.threshold)),
  );
  return { recovered, safe: recovered.length === 0 };
}

function recover(
  { version, parts, total }: PublishedVersion,
  shown: ReadonlyMap<string, number>,
): readonly RecoveredValue[] {
  const hidden = parts.filter(({ value }) => value == null).map(({ id }) => id);
  const elsewhere = hidden.flatMap((id): RecoveredValue[] => {
    const value = shown.get(id);
    return value === undefined ? [] : [{ version, id, value, how: 'SHOWN_ELSEWHERE' }];
  });
  const [id, ...others] = hidden.filter((part) => !shown.has(part));
  if (id === undefined || others.length > 0 || total == null) return elsewhere;
  const rest = parts.reduce(
    (sum, part) => sum + (part.value == null ? (shown.get(part.id) ?? 0) : toCount(part.value)),
    0,
  );
  const value = toCount(total) - rest;
  return [...elsewhere, { version, id, value, how: 'SUBTRACTION' }];
}
