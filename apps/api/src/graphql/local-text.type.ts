import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { fallbackChain } from '@qadam/i18n';
import { Language } from './enums.ts';

/** A text by language, as it is stored. */
export type Texts = Readonly<Record<string, string>>;

@InputType('TextInput')
@ObjectType({
  description:
    'A text in the language that was asked for or, if it is missing there, in the language that the product falls back to.',
})
export class LocalText {
  @Field(() => Language) lang!: Language;
  @Field(() => String) text!: string;
}

export function pickText(texts: Partial<Texts>, lang: Language): LocalText {
  for (const candidate of fallbackChain(lang)) {
    const text = texts[candidate];
    if (text !== undefined && text !== '') return { lang: candidate, text };
  }
  return { lang, text: '' };
}

/** A text in all the languages that have it. */
export function everyText(texts: Partial<Texts>): LocalText[] {
  return Object.values(Language).flatMap((lang) => {
    const text = texts[lang];
    return text === undefined || text === '' ? [] : [{ lang, text }];
  });
}
