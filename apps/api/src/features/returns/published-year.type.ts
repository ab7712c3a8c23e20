import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({
  description: 'How much of an area is published for a year, and what of it is being corrected.',
})
export class PublishedYear {
  @Field(() => Int) year!: number;
  @Field(() => Int) published!: number;
  @Field(() => Int, { description: 'Opened for correction and not handed in, or returned.' })
  correcting!: number;
  @Field(() => Int) submitted!: number;
}
