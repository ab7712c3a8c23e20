import type { Type } from '@nestjs/common';
import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { isNumberField, PLAIN_FIELD_NAMES, type PlainFields } from '@qadam/domain';

@ObjectType({ isAbstract: true })
@InputType({ isAbstract: true })
abstract class Fields {}

for (const name of PLAIN_FIELD_NAMES) {
  Field(() => (isNumberField(name) ? Int : String), { nullable: true })(Fields.prototype, name);
}

/** The plain fields of an indicator, for its types and its input to extend. */
export const IndicatorFields = Fields as Type<PlainFields>;
