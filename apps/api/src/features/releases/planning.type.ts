import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType()
export class Planning {
  @Field(() => Int) planned!: number;
  @Field(() => Int, {
    description: 'All tables of this run, those already planned included.',
  })
  tables!: number;
}
