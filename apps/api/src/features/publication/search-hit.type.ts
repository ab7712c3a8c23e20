import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { LocalText } from '../../graphql/local-text.type.ts';

export const SearchKind = {
  ACTION: 'ACTION',
  INDICATOR: 'INDICATOR',
  COUNTRY: 'COUNTRY',
  PAGE: 'PAGE',
} as const;
export type SearchKind = (typeof SearchKind)[keyof typeof SearchKind];
registerEnumType(SearchKind, { name: 'SearchKind' });

@ObjectType()
export class SearchHit {
  @Field(() => SearchKind) kind!: SearchKind;
  @Field(() => ID, { description: 'Of a page its address below the language: about/methods.' })
  code!: string;
  @Field(() => LocalText) name!: LocalText;
  @Field(() => LocalText, {
    nullable: true,
    description: 'The words it was found by, where its name does not hold them.',
  })
  foundIn!: LocalText | null;
}
