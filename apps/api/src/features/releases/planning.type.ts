import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType()
export class Planning {
  @Field(() => Int) planned!: number;
  @Field(() => Int, {
    description: 'All that are being planned now, those that are done among them.',
  })
  tables!: number;
}
