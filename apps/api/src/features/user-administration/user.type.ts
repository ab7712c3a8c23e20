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

  @Field(() => [ID], {
    nullable: true,
    description: 'The countries that an officer is limited to.',
  })
  areas!: string[] | null;

  @Field(() => OrganisationName, { nullable: true }) organisation!: OrganisationName | null;
  @Field(() => Language, { description: 'The language of the person’s mails.' })
  language!: Language;
  @Field(() => Int) version!: number;

  @Field(() => Boolean, { description: 'True if the account has a password.' })
  hasPassword!: boolean;

  @Field(() => Boolean, { description: 'True if a second factor is needed besides the password.' })
  secondFactor!: boolean;

  @Field(() => String, { nullable: true, description: 'Until when an unused link can be opened.' })
  linkUntil!: string | null;

  @Field(() => Boolean, {
    description: 'True if the account cannot be used until a second person confirms it.',
  })
  pending!: boolean;

  @Field(() => Int, { description: 'The number of open sessions.' }) sessions!: number;
  @Field(() => String, { nullable: true }) lastSignedInAt!: string | null;
  @Field(() => String, { nullable: true }) disabledAt!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'When the person was erased: since then a pseudonym replaces the name.',
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

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the next page; null on the last one.',
  })
  next!: string | null;
}

@ObjectType()
export class Session {
  @Field(() => ID) id!: string;
  @Field(() => String) createdAt!: string;
  @Field(() => String) lastSeenAt!: string;
  @Field(() => Boolean, { description: 'True for the session that asks.' }) current!: boolean;
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
      'True if a mail server is set up. Only the mail to the person has the link; without a mail server the operator prints it.',
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
