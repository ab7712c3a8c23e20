import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Language } from '../../graphql/enums.ts';
import { Described } from '../../graphql/fields.ts';
import { ChangeInput } from '../desk-changes/change.input.ts';

@InputType()
export class SaveTranslationInput extends ChangeInput {
  @Field(() => ID) subject!: string;
  @Field(() => ID) path!: string;
  @Field(() => Language) lang!: Language;

  @Described(String, 'The text. Saving the same text again confirms that it is still right.')
  text!: string;

  @Field(() => Int) expectedVersion!: number;
}
