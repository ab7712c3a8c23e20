import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { SourceKind } from '../../graphql/enums.ts';

@ObjectType()
export class Source {
  @Field(() => ID) id!: string;
  @Field(() => String) title!: string;
  @Field(() => String) publisher!: string;
  @Field(() => Int, { nullable: true }) year!: number | null;
  @Field(() => String, { nullable: true }) url!: string | null;
  @Field(() => String) licence!: string;
  @Field(() => SourceKind) kind!: SourceKind;
}
