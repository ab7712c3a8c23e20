import { needsSecondPerson, ROLES } from '@qadam/domain';

const STRONG = ROLES.filter(needsSecondPerson)
  .map((role) => `'${role}'`)
  .join(', ');

/**
 * PENDING_CONFIRMATION: somebody made or changed the account, its role needs a second person, and none has confirmed it yet. Such
 * an account does nothing.
 */
export const isPending = (user: string): string =>
  `(${user}.role in (${STRONG}) and exists (
     select from work.account_confirmation k where k.user_account = ${user}.id and k.confirmed_at is null))`;

/** May do what its role may: neither disabled nor waiting. */
export const isActive = (user: string): string =>
  `(${user}.disabled_at is null and not ${isPending(user)})`;
