import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { EvidenceKind } from '../../graphql/enums.ts';

@ObjectType({
  description:
    'A document that a released value rests on: a file at GET /data/documents/:id, or a link.',
})
export class PublicDocument {
  @Field(() => ID) id!: string;
  @Field(() => EvidenceKind) kind!: EvidenceKind;
  @Field(() => String) title!: string;
  @Field(() => String, { nullable: true }) mediaType!: string | null;
  @Field(() => Int, { nullable: true, description: 'Bytes.' }) size!: number | null;
  @Field(() => String, { nullable: true, description: 'The language it is written in.' })
  lang!: string | null;
  @Field(() => String, { nullable: true }) url!: string | null;
  @Field(() => ID) indicator!: string;
  @Field(() => ID) area!: string;
  @Field(() => Int) year!: number;
}
