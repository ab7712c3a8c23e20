/** To where a mail `n` to its recipient `u` goes: the link for a new address goes there. */
export const MAIL_ADDRESS = `coalesce((select c.email from work.email_change c where c.id = n.link), u.email) as address`;

/** Does the link of a mail still work? */
export const isOpenLink = (mail: string): string =>
  `(${['invitation', 'email_change']
    .map(
      (table) => `exists (select from work.${table} l
         where l.id = ${mail}.link and l.ended_at is null and l.expires_at > now())`,
    )
    .join(' or ')})`;
