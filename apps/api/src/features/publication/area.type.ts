import { Field, ID, ObjectType } from '@nestjs/graphql';
import { LocalText } from '../../graphql/local-text.type.ts';

@ObjectType()
export class Area {
  @Field(() => ID) code!: string;
  @Field(() => String) kind!: string;
  @Field(() => String, { nullable: true }) iso2!: string | null;
  @Field(() => LocalText) name!: LocalText;
}
