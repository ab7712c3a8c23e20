import { Field, type ReturnTypeFuncValue } from '@nestjs/graphql';

/** A field that may be null. */
export const Nullable = (type: ReturnTypeFuncValue, description = ''): PropertyDecorator =>
  Field(() => type, { nullable: true, ...(description && { description }) });
