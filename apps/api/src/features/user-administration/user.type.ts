import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Language, Role } from '../../graphql/enums.ts';
import { Described, Nullable } from '../../graphql/fields.ts';
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
  @Nullable(ID) area!: string | null;

  @Nullable([ID], 'The countries that an officer is limited to.')
  areas!: string[] | null;

  @Nullable(OrganisationName) organisation!: OrganisationName | null;
  @Described(Language, 'The language of the person’s mails.')
  language!: Language;
  @Field(() => Int) version!: number;

  @Described(Boolean, 'True if the account has a password.')
  hasPassword!: boolean;

  @Described(Boolean, 'True if a second factor is needed besides the password.')
  secondFactor!: boolean;

  @Nullable(String, 'Until when an unused link can be opened.')
  linkUntil!: string | null;

  @Described(Boolean, 'True if the account cannot be used until a second person confirms it.')
  pending!: boolean;

  @Described(Int, 'The number of open sessions.') sessions!: number;
  @Nullable(String) lastSignedInAt!: string | null;
  @Nullable(String) disabledAt!: string | null;

  @Nullable(String, 'When the person was erased: since then a pseudonym replaces the name.')
  erasedAt!: string | null;

  @Nullable(String, 'The new address, until its link is opened.')
  newEmail!: string | null;
}

@ObjectType()
export class UserPage {
  @Field(() => [UserAccount]) users!: UserAccount[];

  @Nullable(String, 'The cursor of the next page; null on the last one.')
  next!: string | null;
}

@ObjectType()
export class Session {
  @Field(() => ID) id!: string;
  @Field(() => String) createdAt!: string;
  @Field(() => String) lastSeenAt!: string;
  @Described(Boolean, 'True for the session that asks.') current!: boolean;
}

@ObjectType()
export class UserPayload extends Payload {
  @Nullable(UserAccount) user!: UserAccount | null;
}

@ObjectType()
export class InvitationPayload extends Payload {
  @Nullable(UserAccount) user!: UserAccount | null;

  @Described(
    Boolean,
    'True if a mail server is set up. Only the mail to the person has the link; without a mail server the operator prints it.',
  )
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
