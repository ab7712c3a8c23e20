import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { EvidenceKind, Language } from '../../graphql/enums.ts';
import { Described, Nullable } from '../../graphql/fields.ts';
import { Payload } from '../../graphql/problem.type.ts';
import { Person } from '../users/person.type.ts';
import { ChangeInput } from '../desk-changes/change.input.ts';

@ObjectType({
  description:
    'A file (GET /evidence/:id) or a link, for any value of its area. Private unless marked public.',
})
export class Evidence {
  @Field(() => ID) id!: string;
  @Field(() => ID) area!: string;
  @Field(() => EvidenceKind) kind!: EvidenceKind;
  @Described(
    String,
    'The name of the file, or what the link leads to, in the words of the person who added it.',
  )
  title!: string;
  @Nullable(String) mediaType!: string | null;
  @Nullable(Int, 'Size in bytes.') size!: number | null;
  @Nullable(String) sha256!: string | null;
  @Nullable(String) url!: string | null;
  @Field(() => Boolean) public!: boolean;
  @Nullable(String, 'The language of the document, if an officer has set it.')
  lang!: string | null;
  @Field(() => Person) addedBy!: Person;
  @Field(() => String) addedAt!: string;
}

@ObjectType({ description: 'How much evidence the organisation may store.' })
export class EvidenceQuota {
  @Field(() => Int) usedKilobytes!: number;
  @Field(() => Int) maxKilobytes!: number;
}

@ObjectType()
export class EvidencePayload extends Payload {
  @Nullable(Evidence) evidence!: Evidence | null;
}

@InputType()
export class AddEvidenceLinkInput extends ChangeInput {
  @Field(() => ID) area!: string;
  @Described(String, 'An https address.') url!: string;
  @Field(() => String) title!: string;
}

@InputType()
export class AttachEvidenceInput extends ChangeInput {
  @Field(() => ID) observation!: string;
  @Field(() => ID) evidence!: string;
  @Described(Boolean, 'False removes it again.') attached!: boolean;
}

@InputType()
export class MarkEvidenceInput extends ChangeInput {
  @Field(() => ID) evidence!: string;
  @Field(() => Boolean) public!: boolean;
  @Nullable(Language, 'The language that the document is written in.')
  lang?: Language | null;
}
