import { Field, type ReturnTypeFuncValue } from '@nestjs/graphql';

/** A field with what is said of it. */
export const Described = (type: ReturnTypeFuncValue, description: string): PropertyDecorator =>
  Field(() => type, { description });

/** A field that may be null. */
export const Nullable = (type: ReturnTypeFuncValue, description = ''): PropertyDecorator =>
  Field(() => type, { nullable: true, ...(description && { description }) });

/** Of `next`, in a list that comes page by page. */
export const NEXT_PAGE = 'Where the next page begins: its after. Null on the last one.';

/** Of a list whose pages have numbers. */
export const PAGE = 'Its number, from 1.';
export const PAGES = 'How many there are.';
