import { Field, ID, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../../graphql/enums.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Described, Nullable } from '../../graphql/fields.ts';

export const SearchKind = enumOf('SearchKind', 'ACTION', 'INDICATOR', 'COUNTRY', 'PAGE');
export type SearchKind = keyof typeof SearchKind;

@ObjectType()
export class SearchHit {
  @Field(() => SearchKind) kind!: SearchKind;
  @Described(
    ID,
    'The code of the action, indicator or country; for a page, its address without the language (`about/methods`).',
  )
  code!: string;
  @Field(() => LocalText) name!: LocalText;
  @Nullable(LocalText, 'The words that matched, if they are not in the name.')
  foundIn!: LocalText | null;
}
