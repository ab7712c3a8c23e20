import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { EvidenceKind, Language } from '../../graphql/enums.ts';
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
  @Field(() => String, {
    description:
      'The name of the file, or what the link leads to, in the words of the person who added it.',
  })
  title!: string;
  @Field(() => String, { nullable: true }) mediaType!: string | null;
  @Field(() => Int, { nullable: true, description: 'Size in bytes.' }) size!: number | null;
  @Field(() => String, { nullable: true }) sha256!: string | null;
  @Field(() => String, { nullable: true }) url!: string | null;
  @Field(() => Boolean) public!: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'The language of the document, if an officer has set it.',
  })
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
  @Field(() => Evidence, { nullable: true }) evidence!: Evidence | null;
}

@InputType()
export class AddEvidenceLinkInput extends ChangeInput {
  @Field(() => ID) area!: string;
  @Field(() => String, { description: 'An https address.' }) url!: string;
  @Field(() => String) title!: string;
}

@InputType()
export class AttachEvidenceInput extends ChangeInput {
  @Field(() => ID) observation!: string;
  @Field(() => ID) evidence!: string;
  @Field(() => Boolean, { description: 'False removes it again.' }) attached!: boolean;
}

@InputType()
export class MarkEvidenceInput extends ChangeInput {
  @Field(() => ID) evidence!: string;
  @Field(() => Boolean) public!: boolean;
  @Field(() => Language, {
    nullable: true,
    description: 'The language that the document is written in.',
  })
  lang?: Language | null;
}
