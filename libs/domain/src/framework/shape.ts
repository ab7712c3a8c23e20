import * as v from 'valibot';
import { readDecimalText } from '../values/decimal-text.ts';

/** What is wrong with a document, and where: `indicators.3.min`. */
export interface FrameworkProblem {
  code: string;
  field: string;
  params: Readonly<Record<string, string>>;
}

/** The ids of units, sources and other lists. */
export const NAME = /^[\w.-]+$/;

const record = v.custom<object>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  'object',
);

/** The entries without a prototype, so that no key of a document is mistaken for a property that every object inherits. */
const own = <E extends object>(entries: E): E =>
  Object.assign<object, E>(Object.create(null) as object, entries);

/** An object with exactly these keys: a missing key is refused, and so is an unknown one. */
export const object = <const E extends v.ObjectEntries>(entries: E) =>
  v.pipe(record, v.strictObject(own(entries), 'UNKNOWN_KEY'));

/** An object with some of these keys, all values of one shape. `stranger` is the code of the problem for any other key. */
export const someOf = <const K extends readonly string[], S extends v.GenericSchema>(
  keys: K,
  shape: S,
  stranger = 'UNKNOWN_KEY',
) => v.pipe(record, v.strictObject(own(v.entriesFromList(keys, v.exactOptional(shape))), stranger));

export const list = <S extends v.GenericSchema>(shape: S, max: number) =>
  v.pipe(v.array(v.unknown(), 'list'), v.maxLength(max), v.array(shape));

/** Text that is not blank and that PostgreSQL can store (no NUL). */
export const text = (max: number, pattern = /^/) =>
  v.pipe(
    v.string('text'),
    v.check((value) => value.trim() !== '', 'BLANK_TEXT'),
    v.maxLength(max),
    v.check((value) => !value.includes('\u0000'), 'TEXT_INVALID'),
    v.regex(pattern),
  );

export const integer = (min: number, max: number) =>
  v.pipe(v.number('whole number'), v.integer('whole number'), v.minValue(min), v.maxValue(max));

export const flag = v.boolean('true or false');

/** An exact figure as text; the output has its one canonical spelling. */
export const decimal = v.pipe(
  v.string('number as text'),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const read = readDecimalText(dataset.value);
    if (read.text !== null) return read.text;
    addIssue({ message: read.problem });
    return NEVER;
  }),
);

/** Turns an issue of valibot into a problem. The message of the issue is the code, or the type that was expected. */
export function problemOf(issue: v.BaseIssue<unknown>): FrameworkProblem {
  const { type, message, input, expected, requirement } = issue;
  const problem = (code: string, params = {}) => ({
    code,
    field: v.getDotPath(issue) ?? '',
    params,
  });
  switch (type) {
    case 'strict_object': {
      const key = String(issue.path?.at(-1)?.key);
      return problem(expected === 'never' ? message : 'MISSING_KEY', { key });
    }
    case 'max_length': {
      const code = typeof input === 'string' ? 'TEXT_TOO_LONG' : 'TOO_MANY';
      return problem(code, { max: String(requirement) });
    }
    case 'min_value':
      return problem('BELOW_MIN', { value: String(input) });
    case 'max_value':
      return problem('ABOVE_MAX', { value: String(input) });
    case 'picklist':
    case 'regex':
      return problem('UNKNOWN_VALUE', { text: shown(input) });
    case 'check':
    case 'raw_transform':
      return problem(message);
    default:
      return problem('WRONG_TYPE', { expected: message });
  }
}

const shown = (value: unknown): string =>
  typeof value === 'string' ? value.slice(0, 60) : typeof value;
