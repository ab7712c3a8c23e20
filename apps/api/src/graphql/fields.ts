import { Args, Field, type ReturnTypeFuncValue } from '@nestjs/graphql';
import { Language } from './enums.ts';

/** A field with a description. */
export const Described = (type: ReturnTypeFuncValue, description: string): PropertyDecorator =>
  Field(() => type, { description });

/** A field that may be null. */
export const Nullable = (type: ReturnTypeFuncValue, description = ''): PropertyDecorator =>
  Field(() => type, { nullable: true, ...(description && { description }) });

/** The argument that names the language of the answer. */
export const Lang = (): ParameterDecorator => Args('lang', { type: () => Language });

/** The description of `next`, in a list with cursors. */
export const NEXT_PAGE = 'The value of `after` for the next page; null on the last page.';

/** The descriptions of page numbers. */
export const PAGE = 'The number of this page, from 1.';
export const PAGES = 'The number of pages.';
