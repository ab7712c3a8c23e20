import * as v from 'valibot';
import { NAME, text } from './shape.ts';

/** Optional, because files from before the field existed do not have it. */
const field = <S extends v.GenericSchema>(shape: S) => v.optional(v.nullable(shape), null);

/**
 * Optional fields of an indicator with one value each, which is only shown: no rule reads it. Columns, the fields of both APIs,
 * and the rows of the editor, of the metadata sheet and of files follow from this list. To add one: docs/architecture.md,
 * "One more field of an indicator".
 */
export const PLAIN_FIELDS = {
  sdgCode: field(text(20, NAME)),
  custodian: field(text(200)),
};

export type PlainField = keyof typeof PLAIN_FIELDS;
export type PlainFields = { [Name in PlainField]: v.InferOutput<(typeof PLAIN_FIELDS)[Name]> };

/** The names of these fields, in the order in which they are shown. */
export const PLAIN_FIELD_NAMES = Object.keys(PLAIN_FIELDS) as PlainField[];

/** The fields of an indicator that has none of them. */
export const NO_PLAIN_FIELDS: PlainFields = v.parse(v.object(PLAIN_FIELDS), {});

/** Is the field a whole number? Otherwise it is a text. */
export const isNumberField = (name: PlainField): boolean => {
  const { type }: v.GenericSchema = PLAIN_FIELDS[name].wrapped.wrapped;
  return type === 'number';
};

/** An object with a value for each of the fields, made by `of`. */
export const eachPlainField = <T>(of: (name: PlainField) => T) =>
  Object.fromEntries(PLAIN_FIELD_NAMES.map((name) => [name, of(name)])) as Record<PlainField, T>;

/** The fields as texts for the inputs of a form. */
export const typedPlainFields = (fields: Readonly<Record<PlainField, string | number | null>>) =>
  eachPlainField((name) => String(fields[name] ?? ''));

/** Reads the fields back from the inputs of a form: one left empty has no value. */
export const readPlainFields = (typed: Readonly<Record<PlainField, string>>): PlainFields =>
  eachPlainField((name) => {
    const text = typed[name].trim();
    if (text === '') return null;
    return isNumberField(name) ? Number(text) : text;
  }) as PlainFields;
