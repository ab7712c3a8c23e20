import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../graphql/decimal.scalar.ts';
import { Language } from '../../graphql/enums.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Person } from '../users/person.type.ts';
import { ChangeInput } from '../desk-changes/change.input.ts';

@ObjectType({ description: 'A competing official value of the same cell; both are shown.' })
export class WorkAlternative {
  @Field(() => ID, {
    description: 'The id of the source; source and value together identify the alternative.',
  })
  source!: string;
  @Field(() => DecimalScalar) value!: string;
  @Field(() => String) sourceTitle!: string;
  @Field(() => String) publisher!: string;
  @Field(() => Int, { nullable: true }) sourceYear!: number | null;
  @Field(() => String, { nullable: true }) sourceUrl!: string | null;
  @Field(() => LocalText) note!: LocalText;
  @Field(() => LocalText, { description: 'Which value is shown first, and why.' })
  chosen!: LocalText;
  @Field(() => Person, { nullable: true }) recordedBy!: Person | null;
}

@InputType()
export class RecordAlternativeInput extends ChangeInput {
  @Field(() => ID) observation!: string;
  @Field(() => DecimalScalar) value!: string;
  @Field(() => String) sourceTitle!: string;
  @Field(() => String) publisher!: string;
  @Field(() => Int, { nullable: true }) sourceYear?: number | null;
  @Field(() => String, { nullable: true, description: 'An https address.' }) sourceUrl?:
    string | null;
  @Field(() => String, { description: 'What differs: for example date, scope or definition.' })
  note!: string;
  @Field(() => String, { description: 'Why the reported value is the one shown first.' })
  why!: string;
  @Field(() => Language, { description: 'The language of `note` and `why`.' }) lang!: Language;
}

@InputType()
export class AlternativeKeyInput {
  @Field(() => ID) source!: string;
  @Field(() => DecimalScalar) value!: string;
}

@InputType()
export class ChooseAlternativeInput extends ChangeInput {
  @Field(() => ID) observation!: string;
  @Field(() => ID, { description: 'The revision that the person saw.' }) revision!: string;
  @Field(() => AlternativeKeyInput, {
    nullable: true,
    description:
      'The alternative; null for the reported value, which comes back whole where another one has replaced it.',
  })
  alternative?: AlternativeKeyInput | null;
  @Field(() => String) why!: string;
  @Field(() => Language) lang!: Language;
}
