import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../graphql/decimal.scalar.ts';
import { Language } from '../../graphql/enums.ts';
import { Described, Nullable } from '../../graphql/fields.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Person } from '../users/person.type.ts';
import { ChangeInput } from '../desk-changes/change.input.ts';

@ObjectType({ description: 'A competing official value of the same cell; both are shown.' })
export class WorkAlternative {
  @Described(ID, 'The id of the source; source and value together identify the alternative.')
  source!: string;
  @Field(() => DecimalScalar) value!: string;
  @Field(() => String) sourceTitle!: string;
  @Field(() => String) publisher!: string;
  @Nullable(Int) sourceYear!: number | null;
  @Nullable(String) sourceUrl!: string | null;
  @Field(() => LocalText) note!: LocalText;
  @Described(LocalText, 'Which value is shown first, and why.')
  chosen!: LocalText;
  @Nullable(Person) recordedBy!: Person | null;
}

@InputType()
export class RecordAlternativeInput extends ChangeInput {
  @Field(() => ID) observation!: string;
  @Field(() => DecimalScalar) value!: string;
  @Field(() => String) sourceTitle!: string;
  @Field(() => String) publisher!: string;
  @Nullable(Int) sourceYear?: number | null;
  @Nullable(String, 'An https address.') sourceUrl?: string | null;
  @Described(String, 'What differs: for example date, scope or definition.')
  note!: string;
  @Described(String, 'Why the reported value is the one shown first.')
  why!: string;
  @Described(Language, 'The language of `note` and `why`.') lang!: Language;
}

@InputType()
export class AlternativeKeyInput {
  @Field(() => ID) source!: string;
  @Field(() => DecimalScalar) value!: string;
}

@InputType()
export class ChooseAlternativeInput extends ChangeInput {
  @Field(() => ID) observation!: string;
  @Described(ID, 'The revision that the person saw.') revision!: string;
  @Nullable(
    AlternativeKeyInput,
    'The alternative; null for the reported value, which comes back whole where another one has replaced it.',
  )
  alternative?: AlternativeKeyInput | null;
  @Field(() => String) why!: string;
  @Field(() => Language) lang!: Language;
}
