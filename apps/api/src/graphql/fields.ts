import { Field, type ReturnTypeFuncValue } from '@nestjs/graphql';

/** A field with a description. */
export const Described = (type: ReturnTypeFuncValue, description: string): PropertyDecorator =>
  Field(() => type, { description });

/** A field that may be null. */
export const Nullable = (type: ReturnTypeFuncValue, description = ''): PropertyDecorator =>
  Field(() => type, { nullable: true, ...(description && { description }) });

/** The description of `next`, in a list with cursors. */
export const NEXT_PAGE = 'Where the next page begins: its after. Null on the last one.';

/** The descriptions of page numbers. */
export const PAGE = 'Its number, from 1.';
export const PAGES = 'How many there are.';
