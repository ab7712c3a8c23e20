import { Field, ID, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../../graphql/enums.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Described, Nullable } from '../../graphql/fields.ts';

export const SearchKind = enumOf('SearchKind', 'ACTION', 'INDICATOR', 'COUNTRY', 'PAGE');
export type SearchKind = keyof typeof SearchKind;

@ObjectType()
export class SearchHit {
  @Field(() => SearchKind) kind!: SearchKind;
  @Described(ID, 'Of a page its address below the language: about/methods.') code!: string;
  @Field(() => LocalText) name!: LocalText;
  @Nullable(LocalText, 'The words it was found by, where its name does not hold them.')
  foundIn!: LocalText | null;
}
