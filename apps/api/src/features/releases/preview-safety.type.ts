import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType()
export class PreviewDocument {
  @Field(() => ID) id!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { nullable: true }) mediaType!: string | null;
  @Field(() => Int, { nullable: true }) size!: number | null;
  @Field(() => String, { nullable: true }) lang!: string | null;
  @Field(() => String, {
    description:
      'NEW, GONE, or why it stays inside: HIDDEN (something of a place where it stands is hidden), HELD (a table is kept back), UNRELEASED (it stands at a figure that the release does not hold), WITHDRAWN.',
  })
  change!: string;
}

@ObjectType()
export class PreviewHelpLine {
  @Field(() => ID) area!: string;
  @Field(() => String) lang!: string;
  @Field(() => String, { nullable: true }) before!: string | null;
  @Field(() => String, { nullable: true }) after!: string | null;
}

@ObjectType()
export class PreviewContact {
  @Field(() => ID) area!: string;
  @Field(() => String, { description: 'The code of the body.' }) body!: string;
  @Field(() => String, { nullable: true }) before!: string | null;
  @Field(() => String, { nullable: true }) after!: string | null;
}
