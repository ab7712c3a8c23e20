import { expressionBuilder } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { isOpenLink } from '../users/one-time-link.ts';

/** Of a mail `n`, and the account `u` that it is for, where there is one. */
const eb = expressionBuilder<
  Tables & { n: Tables['work.notification']; u: Tables['work.user_account'] },
  'n' | 'u'
>();

/**
 * Where a mail goes: one with a link for a new address to that address, any other to the address of the account; without an
 * account to a subscriber, or to the address it names itself.
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
