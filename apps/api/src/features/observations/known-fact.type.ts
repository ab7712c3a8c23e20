import { Field, Int, ObjectType } from '@nestjs/graphql';
import { FactBasis } from '../../graphql/enums.ts';

@ObjectType({ description: 'Where an element of a law stands from the years before.' })
export class KnownFact {
  @Field(() => Int) stage!: number;
  @Field(() => String) date!: string;
  @Field(() => String, { nullable: true }) provision!: string | null;
  @Field(() => FactBasis) basis!: FactBasis;
}
