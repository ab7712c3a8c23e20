import type { Facts, Field } from './format.ts';

const PLACES: ReadonlySet<Field> = new Set<Field>(['area', 'region']);
const SUBJECTS: ReadonlySet<Field> = new Set<Field>(['indicator', 'series']);

/** The fields of one kind: where one of them says something, the others say nothing else. */
export const sameKind = (field: Field): Iterable<Field> =>
  [PLACES, SUBJECTS].find((same) => same.has(field)) ?? [field];

/** What a wide table says of every value, and of those in each of its columns. */
interface Said {
  constant: Facts;
  values: readonly { facts: Facts }[];
}

/** Of these facts those of which the table says nothing itself. */
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
