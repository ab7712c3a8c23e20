import { isOpenLink, LINK_MAILS } from '../users/one-time-link.ts';

/**
 * Where mail `n` goes: one with a link for a new address to that address, any other to the address of the account `u`; without an
 * account to a subscriber, or to the address it names itself.
 */
export const MAIL_ADDRESS = `coalesce((select c.email from work.email_change c where c.id = n.link), u.email,
  (select s.email from work.subscriber s where s.id = n.subscriber), n.address) as address`;

/** Does the link of mail `n` still work? */
export const LINK_WORKS = `(${[...new Set(Object.values(LINK_MAILS))]
  .map((table) => `exists (select from work.${table} l where l.id = n.link and ${isOpenLink('l')})`)
  .join(' or ')})`;
