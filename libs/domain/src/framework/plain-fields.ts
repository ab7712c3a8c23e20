import * as v from 'valibot';
import { NAME, text } from './shape.ts';

/** Files from before the field say nothing of it. */
const field = <S extends v.GenericSchema>(shape: S) => v.optional(v.nullable(shape), null);

/**
 * What is said of an indicator in one value, or not at all, and is shown as it is: no rule reads it. Columns, the fields of both
 * APIs, rows of the editor, of the metadata sheet and of files follow from here. To add one: docs/architecture.md,
 * "One more field of an indicator".
 */
export const PLAIN_FIELDS = {
  sdgCode: field(text(20, NAME)),
  custodian: field(text(200)),
};

export type PlainField = keyof typeof PLAIN_FIELDS;
export type PlainFields = { [Name in PlainField]: v.InferOutput<(typeof PLAIN_FIELDS)[Name]> };

/** In the order in which they are shown. */
export const PLAIN_FIELD_NAMES = Object.keys(PLAIN_FIELDS) as PlainField[];

/** Of an indicator of which none is said. */
export const NO_PLAIN_FIELDS: PlainFields = v.parse(v.object(PLAIN_FIELDS), {});

/** A text or a whole number? */
export const isNumberField = (name: PlainField): boolean => {
  const { type }: v.GenericSchema = PLAIN_FIELDS[name].wrapped.wrapped;
  return type === 'number';
};

/** An object with something for each of the fields. */
export const eachPlainField = <T>(of: (name: PlainField) => T) =>
  Object.fromEntries(PLAIN_FIELD_NAMES.map((name) => [name, of(name)])) as Record<PlainField, T>;

/** The fields as they stand in a form. */
export const typedPlainFields = (fields: Readonly<Record<PlainField, string | number | null>>) =>
  eachPlainField((name) => String(fields[name] ?? ''));

/** What was typed into a form: a field that was left empty is not said. */
export const readPlainFields = (typed: Readonly<Record<PlainField, string>>): PlainFields =>
  eachPlainField((name) => {
    const text = typed[name].trim();
    if (text === '') return null;
    return isNumberField(name) ? Number(text) : text;
  }) as PlainFields;
