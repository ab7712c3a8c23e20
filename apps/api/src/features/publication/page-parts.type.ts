import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Described, Nullable } from '../../graphql/fields.ts';
import { EvidenceKind, FactBasis, SourceKind } from '../../graphql/enums.ts';

@ObjectType()
export class Area {
  @Field(() => ID) code!: string;
  @Field(() => String) kind!: string;
  @Nullable(String) iso2!: string | null;
  @Field(() => LocalText) name!: LocalText;
}

@ObjectType()
export class Release {
  @Field(() => ID) number!: string;
  @Field(() => Int) asOfYear!: number;
  @Field(() => String) publishedAt!: string;
  @Field(() => LocalText) note!: LocalText;
  @Field(() => Boolean) annual!: boolean;
  @Field(() => String) methodVersion!: string;
  @Field(() => String) contentHash!: string;
  @Field(() => String) auditHead!: string;
  @Nullable(ID, 'Number of the previous release.') previous!: string | null;
  @Field(() => Boolean) latest!: boolean;
}

@ObjectType()
export class Source {
  @Field(() => ID) id!: string;
  @Field(() => String) title!: string;
  @Field(() => String) publisher!: string;
  @Nullable(Int) year!: number | null;
  @Nullable(String) url!: string | null;
  @Field(() => String) licence!: string;
  @Field(() => SourceKind) kind!: SourceKind;
}

@ObjectType({
  description:
    'A document that supports a released value: a file at GET /data/documents/:id, or a link.',
})
export class PublicDocument {
  @Field(() => ID) id!: string;
  @Field(() => EvidenceKind) kind!: EvidenceKind;
  @Field(() => String) title!: string;
  @Nullable(String) mediaType!: string | null;
  @Nullable(Int, 'Size in bytes.') size!: number | null;
  @Nullable(String, 'The language that the document is written in.') lang!: string | null;
  @Nullable(String) url!: string | null;
  @Field(() => ID) indicator!: string;
  @Field(() => ID) area!: string;
  @Field(() => Int) year!: number;
}

@ObjectType({ description: 'What an event proves about an element of a law.' })
export class EventProof {
  @Field(() => ID) element!: string;
  @Field(() => LocalText) elementName!: LocalText;
  @Nullable(Int, 'The stage that is proven; null if the element is no longer proven from then on.')
  stage!: number | null;
  @Nullable(LocalText) stageName!: LocalText | null;
  @Nullable(String) provision!: string | null;
  @Field(() => FactBasis) basis!: FactBasis;
}

@ObjectType()
export class Event {
  @Field(() => ID) id!: string;
  @Nullable(ID) action!: string | null;
  @Nullable(ID) indicator!: string | null;
  @Field(() => ID) area!: string;
  @Field(() => String) date!: string;
  @Field(() => Int) year!: number;
  @Nullable(Boolean) yesNo!: boolean | null;
  @Field(() => LocalText) text!: LocalText;
  @Field(() => ID) source!: string;
  @Described(
    [EventProof],
    'The elements that the event proves; empty if it is only context for the reader.',
  )
  proves!: EventProof[];
}
