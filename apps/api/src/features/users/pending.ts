import { can, needsSecondPerson, type Role, ROLES } from '@qadam/domain';
import { type Expression, type RawBuilder, sql } from 'kysely';

const rolesThat = (test: (role: Role) => boolean) =>
  sql.join(ROLES.filter(test).map((role) => sql.lit(role)));
const NEED_SECOND_PERSON = rolesThat(needsSecondPerson);
const MAY_CONFIRM = rolesThat((role) => can({ role }, 'CONFIRM_ACCOUNT') === 'ALLOWED');

/**
 * Is the account waiting (PENDING_CONFIRMATION)? It is if somebody made or changed it, its role needs a second person, and none has confirmed it yet.
 * Such an account can do nothing.
 */
export const isPending = (user: string): RawBuilder<boolean> =>
  sql`(${sql.ref(`${user}.role`)} in (${NEED_SECOND_PERSON}) and exists (
    select from work.account_confirmation k where k.user_account = ${sql.ref(`${user}.id`)} and k.confirmed_at is null))`;

/** May the account do what its role allows? It is neither disabled nor waiting. */
export const isActive = (user: string): RawBuilder<boolean> =>
  sql`(${sql.ref(`${user}.disabled_at`)} is null and not ${isPending(user)})`;

/** May `person` confirm the account with the id `user`? Not their own, and not an account to which they did any of the changes. */
export const mayConfirm = (user: Expression<string>, person: string): RawBuilder<boolean> => {
  const id = sql.ref(`${person}.id`);
  return sql`(${sql.ref(`${person}.role`)} in (${MAY_CONFIRM}) and ${isActive(person)} and ${id} <> ${user} and not exists (
    select from work.account_confirmation k where k.user_account = ${user} and k.asked_by = ${id}))`;
};

/** Does the account have a password or an identity at a sign-on provider? An invited person has neither yet. */
export const canSignIn = (user: string): RawBuilder<boolean> =>
  sql`(${sql.ref(`${user}.password_hash`)} is not null or exists (
    select from work.external_identity i where i.user_account = ${sql.ref(`${user}.id`)}))`;
