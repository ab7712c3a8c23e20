import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../graphql/decimal.scalar.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Person } from '../users/person.type.ts';

@ObjectType({ description: 'A competing official value of the same cell; both are shown.' })
export class WorkAlternative {
  @Field(() => ID, { description: 'Of the source; with the value it names the alternative.' })
  source!: string;
  @Field(() => DecimalScalar) value!: string;
  @Field(() => String) sourceTitle!: string;
  @Field(() => String) publisher!: string;
  @Field(() => Int, { nullable: true }) sourceYear!: number | null;
  @Field(() => String, { nullable: true }) sourceUrl!: string | null;
  @Field(() => LocalText) note!: LocalText;
  @Field(() => LocalText, { description: 'Which value is shown in the first place, and why.' })
  chosen!: LocalText;
  @Field(() => Person, { nullable: true }) recordedBy!: Person | null;
}
