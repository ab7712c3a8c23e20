import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Nullable } from '../../graphql/nullable.ts';

@ObjectType()
export class JobQueue {
  @Field(() => ID) name!: string;
  @Field(() => Int) waiting!: number;
  @Field(() => Int, { description: 'Done in the last 24 hours.' }) done!: number;
  @Field(() => Int, { description: 'Given up in the last 24 hours.' }) failed!: number;
  @Nullable(String) lastDoneAt!: string | null;
}

@ObjectType({
  description: 'How the installation is. Numbers and times only: no address, no secret.',
})
export class SystemHealth {
  @Field(() => String) version!: string;
  @Field(() => String, { description: 'Version of PostgreSQL.' }) database!: string;
  @Field(() => Int) databaseMegabytes!: number;
  @Nullable(String) migration!: string | null;
  @Field(() => Boolean) sendsMail!: boolean;
  @Field(() => Int) mailsWaiting!: number;
  @Field(() => Int) mailsFailed!: number;
  @Nullable(String) release!: string | null;
  @Nullable(String) releasedAt!: string | null;
  @Field(() => Int) diskFreeMegabytes!: number;
  @Field(() => Int) diskPercentFree!: number;
  @Field(() => [JobQueue]) jobs!: JobQueue[];
}
