import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Language } from '../../graphql/enums.ts';
import { ChangeInput } from '../desk-changes/change.input.ts';

@InputType()
export class ChangeHelpLineInput extends ChangeInput {
  @Field(() => ID) area!: string;
  @Field(() => Language) lang!: Language;
  @Field(() => String, { description: 'Blank: there is none.' }) text!: string;
  @Field(() => Int, { description: 'The version seen; 0 where there is none yet.' })
  expectedVersion!: number;
}
