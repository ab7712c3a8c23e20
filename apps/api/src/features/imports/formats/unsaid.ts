import type { Facts, Field } from './format.ts';

const PLACES: ReadonlySet<Field> = new Set<Field>(['area', 'region']);
const SUBJECTS: ReadonlySet<Field> = new Set<Field>(['indicator', 'series']);

/** The fields of the same kind: once one of them is given, the others add nothing. */
export const sameKind = (field: Field): Iterable<Field> =>
  [PLACES, SUBJECTS].find((same) => same.has(field)) ?? [field];

/** What a wide table says about all values, and about those of each column. */
interface Said {
  constant: Facts;
  values: readonly { facts: Facts }[];
}

/** Those of the facts that the table does not give itself. */
export function unsaid(
  facts: Facts,
  { fields, wide }: { fields: readonly (Field | null)[]; wide: Said | null },
): Facts {
  const told = new Set<string>([
    ...fields.filter((field) => field !== null),
    ...Object.keys(wide?.constant ?? {}),
    ...(wide?.values ?? []).flatMap(({ facts }) => Object.keys(facts)),
  ]);
  const isTold = (field: Field) => [...sameKind(field)].some((one) => told.has(one));
  return Object.fromEntries(Object.entries(facts).filter(([field]) => !isTold(field as Field)));
}

export const without = (facts: Facts, ...fields: readonly Field[]): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([field]) => !fields.includes(field as Field)));
