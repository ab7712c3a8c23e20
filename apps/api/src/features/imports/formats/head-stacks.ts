import { fieldOf } from './columns.ts';
import type { Facts } from './format.ts';
import type { ReadFacts } from './head-facts.ts';
import { OF_WHICH, PARTS } from './stub.ts';

/** What the texts in the head of a column mean together; null if none of them is known, or if two contradict each other. */
export function factsOf(texts: readonly string[], read: ReadFacts): Facts | null {
  let facts: Facts | null = null;
  for (const text of texts) {
    const found = fieldOf(text) === 'value' ? {} : read(text);
    if (found === null) continue;
    const before = new Map(Object.entries(facts ?? {}));
    const isOther = Object.entries(found).some(
      ([field, told]) => (before.get(field) ?? told) !== told,
    );
    if (isOther) return null;
    facts = Object.assign(facts ?? {}, found);
  }
  return facts;
}

/** Is the column a part of the part beside it, like “из них девочки” beside “0–17”? Beside a total, or beside parts of its own kind, it is not. */
export function isOfBeside(
  stacks: readonly string[][],
  at: number,
  told: Facts,
  read: ReadFacts,
): boolean {
  const isOfWhich = (texts: readonly string[]) => texts.some((text) => OF_WHICH.test(text));
  if (!isOfWhich(stacks[at] ?? [])) return false;
  const whole = stacks.slice(0, at).findLastIndex((texts) => !isOfWhich(texts));
  return stacks.slice(Math.max(whole, 0), at).some((texts) => {
    const facts = texts.length === 0 ? {} : factsOf(texts, read);
    return (
      facts === null ||
      PARTS.some((field) => facts[field] !== undefined && told[field] === undefined)
    );
  });
}

/**
 * Leaves out the columns with an unknown text in their head that not all columns have: “план” or “к итогу” below a year means
 * that the column is about something else. A text above all columns is a title.
 */
export function withoutOthers<Column extends { at: number }>(
  values: readonly Column[],
  stacks: readonly string[][],
  read: ReadFacts,
): Column[] {
  const unknown = values.map(({ at }) => unknownIn(stacks[at] ?? [], read));
  const isOfAll = (text: string) => unknown.every((texts) => texts.includes(text));
  return values.filter((_, at) => unknown[at]?.every(isOfAll) === true);
}

const unknownIn = (texts: readonly string[], read: ReadFacts): string[] =>
  texts.filter((text) => fieldOf(text) === null && !OF_WHICH.test(text) && read(text) === null);

/** Is the known indicator only the name of a chapter? The longest text above a table is its title; a shorter known one is not, then. */
export const isBelowChapter = (
  values: readonly { at: number; facts: Facts }[],
  stacks: readonly string[][],
  read: ReadFacts,
): boolean =>
  values.some(({ at, facts: { indicator } }) =>
    unknownIn(stacks[at] ?? [], read).some(
      (text) => indicator !== undefined && text.length > indicator.length,
    ),
  );
