import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Described, Nullable } from '../../graphql/fields.ts';

@ObjectType()
export class JobQueue {
  @Field(() => ID) name!: string;
  @Field(() => Int) waiting!: number;
  @Described(Int, 'The number of jobs done in the last 24 hours.') done!: number;
  @Described(Int, 'The number of jobs given up in the last 24 hours.') failed!: number;
  @Nullable(String) lastDoneAt!: string | null;
}

@ObjectType({
  description:
    'The state of the installation, in numbers and times only, without addresses or secrets.',
})
export class SystemHealth {
  @Field(() => String) version!: string;
  @Described(String, 'The version of PostgreSQL.') database!: string;
  @Field(() => Int) databaseMegabytes!: number;
  @Nullable(String) migration!: string | null;
  @Field(() => Boolean) sendsMail!: boolean;
  @Field(() => Int) mailsWaiting!: number;
  @Field(() => Int) mailsFailed!: number;
  @Nullable(String) release!: string | null;
  @Nullable(String) releasedAt!: string | null;
  @Nullable(String) backedUpAt!: string | null;
  @Field(() => Int) diskFreeMegabytes!: number;
  @Field(() => Int) diskPercentFree!: number;
  @Field(() => [JobQueue]) jobs!: JobQueue[];
}
