import { Field, ID, ObjectType } from '@nestjs/graphql';
import { ElementOrigin, type Language } from './enums.ts';
import { Described, Nullable } from './fields.ts';
import { LocalText, pickText, type Texts } from './local-text.type.ts';

@ObjectType({ description: 'One provision that the law should contain.' })
export class LawElement {
  @Field(() => ID) code!: string;
  @Field(() => LocalText) name!: LocalText;
  @Field(() => LocalText) definition!: LocalText;
  @Nullable(String, 'The international instrument that asks for it.')
  instrument!: string | null;
  @Described(
    ElementOrigin,
    'Whether the element comes from the written definition or from the words of the action itself.',
  )
  origin!: ElementOrigin;
  @Described(Boolean, 'False if the element is shown beside the law but not counted.')
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
