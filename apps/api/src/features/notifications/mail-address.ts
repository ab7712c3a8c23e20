import { expressionBuilder } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { isOpenLink } from '../users/one-time-link.ts';

/** Expressions about a mail `n` and the account `u` that it is for, if there is one. */
const eb = expressionBuilder<
  Tables & { n: Tables['work.notification']; u: Tables['work.user_account'] },
  'n' | 'u'
>();

/**
 * The address that a mail goes to: the new address if it has a link to confirm one, else the address of the account;
 * without an account, the subscriber's or the mail's own.
 */
export const mailAddress = eb.fn
  .coalesce(
    eb.selectFrom('work.email_change as c').select('c.email').whereRef('c.id', '=', 'n.link'),
    'u.email',
    eb.selectFrom('work.subscriber as s').select('s.email').whereRef('s.id', '=', 'n.subscriber'),
    'n.address',
  )
  .$castTo<string>();

/** Does the link of a mail still work? */
export const linkWorks = eb
  .or([
    eb.exists(
      eb.selectFrom('work.invitation as l').whereRef('l.id', '=', 'n.link').where(isOpenLink('l')),
    ),
    eb.exists(
      eb
        .selectFrom('work.email_change as l')
        .whereRef('l.id', '=', 'n.link')
        .where(isOpenLink('l')),
    ),
  ])
  .$castTo<boolean>();
