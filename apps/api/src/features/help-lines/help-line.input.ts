import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Language } from '../../graphql/enums.ts';
import { ChangeInput } from '../desk-changes/change.input.ts';

@InputType()
export class ChangeHelpLineInput extends ChangeInput {
  @Field(() => ID) area!: string;
  @Field(() => Language) lang!: Language;
  @Field(() => String, { description: 'The text; a blank one removes it.' }) text!: string;
  @Field(() => Int, { description: 'The version that was seen; 0 if there is none yet.' })
  expectedVersion!: number;
}
