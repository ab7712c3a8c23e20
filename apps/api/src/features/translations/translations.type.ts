import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Language } from '../../graphql/enums.ts';
import { Described, Nullable } from '../../graphql/fields.ts';
import { Payload } from '../../graphql/problem.type.ts';

@ObjectType()
export class LanguageCount {
  @Field(() => Language) lang!: Language;
  @Described(Int, 'The number of texts that exist.') done!: number;
  @Described(Int, 'The number of these whose English text was changed since.')
  stale!: number;
}

@ObjectType({
  description: 'An action or indicator, and how many of its texts exist in each language.',
})
export class TranslatedObject {
  @Described(ID, '`ACTION A1` or `INDICATOR A1.1`.') subject!: string;
  @Field(() => String) name!: string;
  @Field(() => Int) total!: number;
  @Field(() => [LanguageCount]) languages!: LanguageCount[];
}

@ObjectType({ description: 'The texts of the interface, which are part of the product.' })
export class TranslatedCatalog {
  @Field(() => ID) namespace!: string;
  @Field(() => Int) total!: number;
  @Field(() => [LanguageCount]) languages!: LanguageCount[];
}

@ObjectType()
export class Translations {
  @Field(() => [TranslatedObject]) objects!: TranslatedObject[];
  @Field(() => [TranslatedCatalog]) catalogs!: TranslatedCatalog[];
}

@ObjectType()
export class TranslatedIn {
  @Field(() => Language) lang!: Language;
  @Field(() => String) text!: string;
  @Described(Boolean, 'True if the English text was changed since the translation.')
  stale!: boolean;
}

@ObjectType()
export class TranslatedText {
  @Field(() => ID) path!: string;
  @Described([TranslatedIn], 'The texts, for the languages that have one.')
  texts!: TranslatedIn[];
}

@ObjectType()
export class TranslationSheet {
  @Field(() => ID) subject!: string;
  @Field(() => Int) version!: number;
  @Field(() => [TranslatedText]) texts!: TranslatedText[];
}

@ObjectType()
export class TranslationPayload extends Payload {
  @Nullable(TranslationSheet) sheet!: TranslationSheet | null;
}
