import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Language } from '../../graphql/enums.ts';
import { Described } from '../../graphql/fields.ts';
import { ChangeInput } from '../desk-changes/change.input.ts';

@InputType()
export class ChangeHelpLineInput extends ChangeInput {
  @Field(() => ID) area!: string;
  @Field(() => Language) lang!: Language;
  @Described(String, 'The text; a blank one removes it.') text!: string;
  @Described(Int, 'The version that was seen; 0 if there is none yet.')
  expectedVersion!: number;
}
