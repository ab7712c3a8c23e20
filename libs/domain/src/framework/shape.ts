import { readDecimalText } from '../values/decimal-text.ts';

/** What is wrong with a document, and where: `indicators.3.min`. */
export interface FrameworkProblem {
  code: string;
  field: string;
  params: Readonly<Record<string, string>>;
}

/** Reads one value of a document; what is wrong goes to `problems`, and then the answer is of no use. */
export type Shape<T> = (value: unknown, field: string, problems: FrameworkProblem[]) => T;

export type Read<S> = S extends Shape<infer T> ? T : never;

type Shapes = Readonly<Record<string, Shape<unknown>>>;

/** Stands where a value would be. Never seen by a caller: a document with problems is not answered. */
function refuse(
  problems: FrameworkProblem[],
  code: string,
  field: string,
  params: Readonly<Record<string, string>> = {},
): never {
  problems.push({ code, field, params });
  return undefined as never;
}

function wrongType(problems: FrameworkProblem[], field: string, expected: string): never {
  return refuse(problems, 'WRONG_TYPE', field, { expected });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Exactly these keys: one that is missing is refused, and so is one too many. */
export function object<S extends Shapes>(shapes: S): Shape<{ [K in keyof S]: Read<S[K]> }> {
  return (value, field, problems) => {
    if (!isRecord(value)) return wrongType(problems, field, 'object');
    for (const key of Object.keys(value)) {
      if (!Object.hasOwn(shapes, key)) problems.push(unknownKey(field, key));
    }
    const read = Object.entries(shapes).map(([key, shape]) => {
      if (Object.hasOwn(value, key)) return [key, shape(value[key], join(field, key), problems)];
      return [key, refuse(problems, 'MISSING_KEY', join(field, key), { key })];
    });
    return Object.fromEntries(read) as { [K in keyof S]: Read<S[K]> };
  };
}

/** Some of these keys, all of one shape. `stranger` names what another key is. */
export function record<K extends string, T>(
  keys: readonly K[],
  shape: Shape<T>,
  stranger = 'UNKNOWN_KEY',
): Shape<Partial<Record<K, T>>> {
  return (value, field, problems) => {
    if (!isRecord(value)) return wrongType(problems, field, 'object');
    const read = Object.entries(value).map(([key, entry]) => {
      const known = keys.some((one) => one === key);
      if (!known) problems.push({ ...unknownKey(field, key), code: stranger });
      return [key, shape(entry, join(field, key), problems)];
    });
    return Object.fromEntries(read) as Partial<Record<K, T>>;
  };
}

export function list<T>(shape: Shape<T>, max: number): Shape<T[]> {
  return (value, field, problems) => {
    if (!Array.isArray(value)) return wrongType(problems, field, 'list');
    if (value.length > max) return refuse(problems, 'TOO_MANY', field, { max: String(max) });
    return value.map((entry: unknown, index) => shape(entry, join(field, String(index)), problems));
  };
}

export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return (value, field, problems) => (value === null ? null : shape(value, field, problems));
}

export function oneOf<const T extends string>(values: readonly T[]): Shape<T> {
  return (value, field, problems) => {
    const found = values.find((one) => one === value);
    return found ?? refuse(problems, 'UNKNOWN_VALUE', field, { text: shown(value) });
  };
}

/** Text that is not blank and that PostgreSQL can store. */
export function text(max: number, pattern?: RegExp): Shape<string> {
  return (value, field, problems) => {
    if (typeof value !== 'string') return wrongType(problems, field, 'text');
    if (value.trim() === '') return refuse(problems, 'BLANK_TEXT', field);
    if (value.length > max) return refuse(problems, 'TEXT_TOO_LONG', field, { max: String(max) });
    if (value.includes('\u0000')) return refuse(problems, 'TEXT_INVALID', field);
    if (pattern && !pattern.test(value)) {
      return refuse(problems, 'UNKNOWN_VALUE', field, { text: shown(value) });
    }
    return value;
  };
}

export function whole(min: number, max: number): Shape<number> {
  return (value, field, problems) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) {
      return wrongType(problems, field, 'whole number');
    }
    if (value < min) return refuse(problems, 'BELOW_MIN', field, { value: String(value) });
    if (value > max) return refuse(problems, 'ABOVE_MAX', field, { value: String(value) });
    return value;
  };
}

export const flag: Shape<boolean> = (value, field, problems) =>
  typeof value === 'boolean' ? value : wrongType(problems, field, 'true or false');

/** An exact figure as text, answered in its one canonical spelling. */
export const decimal: Shape<string> = (value, field, problems) => {
  if (typeof value !== 'string') return wrongType(problems, field, 'number as text');
  const read = readDecimalText(value);
  return read.text === null ? refuse(problems, read.problem, field) : read.text;
};

function unknownKey(field: string, key: string): FrameworkProblem {
  return { code: 'UNKNOWN_KEY', field: join(field, key), params: { key } };
}

function join(field: string, key: string): string {
  return field === '' ? key : `${field}.${key}`;
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 60) : typeof value;
}
