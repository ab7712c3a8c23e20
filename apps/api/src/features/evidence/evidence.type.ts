import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { EvidenceKind } from '../../graphql/enums.ts';
import { Problem } from '../../graphql/problem.type.ts';
import { Person } from '../users/person.type.ts';

@ObjectType({
  description:
    'A file (GET /evidence/:id) or a link, for any value of its area. Private unless marked public.',
})
export class Evidence {
  @Field(() => ID) id!: string;
  @Field(() => ID) area!: string;
  @Field(() => EvidenceKind) kind!: EvidenceKind;
  @Field(() => String, { description: 'The name of the file, or what the link leads to.' })
  title!: string;
  @Field(() => String, { nullable: true }) mediaType!: string | null;
  @Field(() => Int, { nullable: true, description: 'Bytes.' }) size!: number | null;
  @Field(() => String, { nullable: true }) sha256!: string | null;
  @Field(() => String, { nullable: true }) url!: string | null;
  @Field(() => Boolean) public!: boolean;
  @Field(() => String, { nullable: true, description: 'Its language, where an officer named it.' })
  lang!: string | null;
  @Field(() => Person) addedBy!: Person;
  @Field(() => String) addedAt!: string;
}

@ObjectType({ description: 'The quota for evidence of the organisation.' })
export class EvidenceQuota {
  @Field(() => Int) usedKilobytes!: number;
  @Field(() => Int) maxKilobytes!: number;
}

@ObjectType()
export class EvidencePayload {
  @Field(() => Evidence, { nullable: true }) evidence!: Evidence | null;
  @Field(() => [Problem]) problems!: Problem[];
}
