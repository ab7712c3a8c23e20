import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { enumOf, Role } from '../../graphql/enums.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Payload } from '../../graphql/problem.type.ts';

export const AccountAct = enumOf(
  {
    name: 'AccountAct',
    description:
      'What one person did to an account of an officer or administrator: ROLE gave it another role or more countries, PASSWORD and EMAIL are set by a link that was asked for, SECOND_FACTOR was taken away.',
  },
  'INVITED',
  'ROLE',
  'PASSWORD',
  'EMAIL',
  'SECOND_FACTOR',
);
export type AccountAct = keyof typeof AccountAct;

@ObjectType()
export class AskedAct {
  @Field(() => AccountAct) act!: AccountAct;
  @Field(() => String, { description: 'Who asked for it.' }) by!: string;
  @Field(() => String) at!: string;
}

@ObjectType({ description: 'An account that does nothing until a second person confirms it.' })
export class PendingAccount {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => String) name!: string;
  @Field(() => String) email!: string;
  @Field(() => Role) role!: Role;

  @Field(() => [LocalText], { description: 'The only countries of an officer; none: all.' })
  areas!: LocalText[];

  @Field(() => [AskedAct], { description: 'The oldest first.' }) acts!: AskedAct[];

  @Field(() => Boolean, {
    description: 'False for the own account, for who asked for any of it, and for an auditor.',
  })
  mayConfirm!: boolean;
}

@ObjectType()
export class ConfirmAccountPayload extends Payload {
  @Field(() => [PendingAccount], { description: 'Those that still wait.' })
  accounts!: PendingAccount[];
}
