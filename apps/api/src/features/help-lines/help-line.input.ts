import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Language } from '../../graphql/enums.ts';

@InputType()
export class ChangeHelpLineInput {
  @Field(() => ID) area!: string;
  @Field(() => Language) lang!: Language;
  @Field(() => String, { description: 'Blank: there is none.' }) text!: string;
  @Field(() => Int, { description: 'The version seen; 0 where there is none yet.' })
  expectedVersion!: number;
  @Field(() => String) idempotencyKey!: string;
}
