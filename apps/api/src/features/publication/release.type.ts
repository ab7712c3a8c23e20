import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { LocalText } from '../../graphql/local-text.type.ts';

@ObjectType()
export class Release {
  @Field(() => ID) number!: string;
  @Field(() => Int) asOfYear!: number;
  @Field(() => String) publishedAt!: string;
  @Field(() => LocalText) note!: LocalText;
  @Field(() => Boolean) annual!: boolean;
  @Field(() => String) methodVersion!: string;
  @Field(() => String) contentHash!: string;
  @Field(() => String) auditHead!: string;
  @Field(() => ID, { nullable: true, description: 'Number of the release before it.' }) previous!:
    string | null;
  @Field(() => Boolean) latest!: boolean;
}
