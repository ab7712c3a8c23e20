import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Language, Role } from '../../graphql/enums.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Payload } from '../../graphql/problem.type.ts';

@ObjectType()
export class OrganisationName {
  @Field(() => ID) id!: string;
  @Field(() => LocalText) name!: LocalText;
}

@ObjectType({ description: 'An account, as an administrator sees it.' })
export class UserAccount {
  @Field(() => ID) id!: string;
  @Field(() => String) email!: string;
  @Field(() => String) name!: string;
  @Field(() => Role) role!: Role;
  @Field(() => ID, { nullable: true }) area!: string | null;

  @Field(() => [ID], { nullable: true, description: 'Of an officer who is limited to some.' })
  areas!: string[] | null;

  @Field(() => OrganisationName, { nullable: true }) organisation!: OrganisationName | null;
  @Field(() => Language, { description: 'In which mails are written.' }) language!: Language;
  @Field(() => Int) version!: number;

  @Field(() => Boolean, { description: 'False until the person has set one by a link.' })
  hasPassword!: boolean;

  @Field(() => Boolean, { description: 'Is a second factor asked for beside the password?' })
  secondFactor!: boolean;

  @Field(() => String, { nullable: true, description: 'Until when an unused link is open.' })
  linkUntil!: string | null;

  @Field(() => Boolean, { description: 'Does nothing until a second person confirms it.' })
  pending!: boolean;

  @Field(() => Int, { description: 'Sessions open now.' }) sessions!: number;
  @Field(() => String, { nullable: true }) lastSignedInAt!: string | null;
  @Field(() => String, { nullable: true }) disabledAt!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Since when a pseudonym stands for the name.',
  })
  erasedAt!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The new address, until its link is opened.',
  })
  newEmail!: string | null;
}

@ObjectType()
export class UserPage {
  @Field(() => [UserAccount]) users!: UserAccount[];

  @Field(() => String, { nullable: true, description: 'Where the next page begins.' })
  next!: string | null;
}

@ObjectType()
export class Session {
  @Field(() => ID) id!: string;
  @Field(() => String) createdAt!: string;
  @Field(() => String) lastSeenAt!: string;
  @Field(() => Boolean, { description: 'Is it the one that asks?' }) current!: boolean;
}

@ObjectType()
export class UserPayload extends Payload {
  @Field(() => UserAccount, { nullable: true }) user!: UserAccount | null;
}

@ObjectType()
export class InvitationPayload extends Payload {
  @Field(() => UserAccount, { nullable: true }) user!: UserAccount | null;

  @Field(() => Boolean, {
    description:
      'Whether a mail server is set up. The link is in the mail to its person only; without a mail server the operator prints it.',
  })
  sends!: boolean;
}

@ObjectType()
export class ChooseLanguagePayload extends Payload {
  @Field(() => Language) language!: Language;
}

@ObjectType()
export class SessionsPayload extends Payload {
  @Field(() => [Session]) sessions!: Session[];
}
