import { Field, ID, InputType } from '@nestjs/graphql';

@InputType({ description: 'Events must match every condition that is given.' })
export class AuditFilter {
  @Field(() => String, { nullable: true, description: 'Part of a name or an e-mail address.' })
  who?: string | null;

  @Field(() => String, { nullable: true }) operation?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Part of the subject, such as `INDICATOR A1.1`.',
  })
  subject?: string | null;

  @Field(() => ID, { nullable: true }) area?: string | null;

  @Field(() => String, { nullable: true, description: 'First day, in UTC: 2026-11-25.' })
  from?: string | null;

  @Field(() => String, { nullable: true, description: 'Last day, in UTC.' }) to?: string | null;

  @Field(() => String, { nullable: true, description: 'Part of a value before or after.' })
  value?: string | null;
}
