import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ACCOUNT_ACTS } from '@qadam/domain';
import { enumOf, Role } from '../../graphql/enums.ts';
import { Described } from '../../graphql/fields.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Payload } from '../../graphql/problem.type.ts';

export const AccountAct = enumOf(
  {
    name: 'AccountAct',
    description:
      'What one person did to the account of an officer or administrator. ROLE: gave it another role or more countries. PASSWORD, EMAIL: asked for a link that sets it. SECOND_FACTOR: removed it.',
  },
  ...ACCOUNT_ACTS,
);
export type AccountAct = keyof typeof AccountAct;

@ObjectType()
export class AskedAct {
  @Field(() => AccountAct) act!: AccountAct;
  @Described(String, 'The person who asked for it.') by!: string;
  @Field(() => String) at!: string;
}

@ObjectType({ description: 'An account that cannot be used until a second person confirms it.' })
export class PendingAccount {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => String) name!: string;
  @Field(() => String) email!: string;
  @Field(() => Role) role!: Role;

  @Described([LocalText], 'The countries that an officer is limited to; empty for all.')
  areas!: LocalText[];

  @Described([AskedAct], 'Oldest first.') acts!: AskedAct[];

  @Described(
    Boolean,
    'False for one’s own account, for people who asked for any of the changes, and for auditors.',
  )
  mayConfirm!: boolean;
}

@ObjectType()
export class ConfirmAccountPayload extends Payload {
  @Described([PendingAccount], 'The accounts that still wait.')
  accounts!: PendingAccount[];
}
