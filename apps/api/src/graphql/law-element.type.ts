import { Field, ID, ObjectType } from '@nestjs/graphql';
import { ElementOrigin, type Language } from './enums.ts';
import { LocalText, pickText, type Texts } from './local-text.type.ts';

@ObjectType({ description: 'A part of what a law is to say.' })
export class LawElement {
  @Field(() => ID) code!: string;
  @Field(() => LocalText) name!: LocalText;
  @Field(() => LocalText) definition!: LocalText;
  @Field(() => String, { nullable: true, description: 'The instrument that asks for it.' })
  instrument!: string | null;
  @Field(() => ElementOrigin, {
    description: 'From the written definition, or from the words of the action itself.',
  })
  origin!: ElementOrigin;
  @Field(() => Boolean, { description: 'False: shown beside the law and not counted.' })
  counts!: boolean;
}

/** The element as it is stored, in all languages. */
export interface StoredElement extends Omit<LawElement, 'name' | 'definition'> {
  name: Texts;
  definition: Texts;
}

export const elementIn = (
  { name, definition, ...element }: StoredElement,
  lang: Language,
): LawElement => ({
  ...element,
  name: pickText(name, lang),
  definition: pickText(definition, lang),
});
