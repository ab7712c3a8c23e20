import { isOpenLink, LINK_MAILS } from '../users/one-time-link.ts';

/** Where mail `n` to its recipient `u` goes: one with a link for a new address to that address, any other to the address of the account. */
export const MAIL_ADDRESS = `coalesce((select c.email from work.email_change c where c.id = n.link), u.email) as address`;

/** Does the link of mail `n` still work? */
export const LINK_WORKS = `(${[...new Set(Object.values(LINK_MAILS))]
  .map((table) => `exists (select from work.${table} l where l.id = n.link and ${isOpenLink('l')})`)
  .join(' or ')})`;
