import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType()
export class JobQueue {
  @Field(() => ID) name!: string;
  @Field(() => Int) waiting!: number;
  @Field(() => Int, { description: 'Done in the last 24 hours.' }) done!: number;
  @Field(() => Int, { description: 'Given up in the last 24 hours.' }) failed!: number;
  @Field(() => String, { nullable: true }) lastDoneAt!: string | null;
}

@ObjectType({
  description: 'How the installation is. Numbers and times only: no address, no secret.',
})
export class SystemHealth {
  @Field(() => String) version!: string;
  @Field(() => String, { description: 'Version of PostgreSQL.' }) database!: string;
  @Field(() => Int) databaseMegabytes!: number;
  @Field(() => String, { nullable: true }) migration!: string | null;
  @Field(() => Boolean) sendsMail!: boolean;
  @Field(() => Int) mailsWaiting!: number;
  @Field(() => Int) mailsFailed!: number;
  @Field(() => String, { nullable: true }) release!: string | null;
  @Field(() => String, { nullable: true }) releasedAt!: string | null;
  @Field(() => Int) diskFreeMegabytes!: number;
  @Field(() => Int) diskPercentFree!: number;
  @Field(() => [JobQueue]) jobs!: JobQueue[];
}
