/** Where mail `n` to its recipient `u` goes: the link that confirms a new address goes to the new address, all else to the known one. */
export const MAIL_ADDRESS = `coalesce((select c.email from work.email_change c where c.id = n.link), u.email) as address`;

/** Does the link of a mail still work? */
export const isOpenLink = (mail: string): string =>
  `(${['invitation', 'email_change']
    .map(
      (table) => `exists (select from work.${table} l
         where l.id = ${mail}.link and l.ended_at is null and l.expires_at > now())`,
    )
    .join(' or ')})`;
