import { p, type PropertyChain } from '@mikro-orm/core';
import { eachPlainField, isNumberField, type PlainFields } from '@qadam/domain';

/** The columns of the plain fields of an indicator. */
export const plainColumns = eachPlainField((name) =>
  isNumberField(name) ? p.integer().nullable() : p.text().nullable(),
) as unknown as {
  [Name in keyof PlainFields]: PropertyChain<NonNullable<PlainFields[Name]>, { nullable: true }>;
};
