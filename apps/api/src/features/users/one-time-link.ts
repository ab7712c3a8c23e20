import { createHash, createHmac, randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';

/** What a link is for, and the table that keeps it. */
export type LinkKind = 'invitation' | 'email_change';

const DAYS = 7;
/** Below /:lang. The token stands behind the #: browsers do not send that part, so it is in no log and no Referer. */
const PAGES = { invitation: 'account/invitation', email_change: 'account/email' } as const;
export const linkPath = (kind: LinkKind, token: string): string => `${PAGES[kind]}#token=${token}`;

/** The address that a link `l` to account `u` was made for. */
const ADDRESS = { invitation: 'u.email', email_change: 'l.email' } as const;

/** Neither used, nor replaced, nor too old. */
export const isOpenLink = (link: string): string =>
  `(${link}.ended_at is null and ${link}.expires_at > now())`;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/**
 * Derived from the link's random id, so that a request that is sent again is answered with the same link; who reads the
 * table alone cannot make it.
 */
export function linkToken(secret: string, kind: LinkKind, id: string): string {
  return createHmac('sha256', secret).update(`${kind} ${id}`).digest('base64url');
}

/** The mails that carry a link, with the table that keeps it. */
export const LINK_MAILS = {
  INVITATION: 'invitation',
  PASSWORD_LINK: 'invitation',
  EMAIL_LINK: 'email_change',
} as const satisfies Record<string, LinkKind>;
export type LinkMail = keyof typeof LINK_MAILS;

/** Opens a link for seven days and closes the one before. Returns its id. `more`: columns that this kind has besides. */
export async function openLink(
  em: EntityManager,
  kind: LinkKind,
  secret: string,
  link: { user: string; createdBy: string; more?: Readonly<Record<string, string>> },
): Promise<string> {
  const id = randomUUID();
  const more = Object.entries(link.more ?? {});
  await closeLinks(em, kind, link.user);
  await em.execute(
    `insert into work.${kind} (id, user_account, token_hash, created_by, expires_at${more.map(([name]) => `, ${name}`).join('')})
     values (?, ?, ?, ?, now() + interval '${String(DAYS)} days'${', ?'.repeat(more.length)})`,
    [
      id,
      link.user,
      hashOf(linkToken(secret, kind, id)),
      link.createdBy,
      ...more.map(([, value]) => value),
    ],
  );
  return id;
}

export async function closeLinks(em: EntityManager, kind: LinkKind, user: string): Promise<void> {
  await em.execute(
    `update work.${kind} set ended_at = now() where user_account = ? and ended_at is null`,
    [user],
  );
}

/** Every link of an account: nobody comes in by one any more. */
export async function closeAllLinks(em: EntityManager, user: string): Promise<void> {
  await closeLinks(em, 'invitation', user);
  await closeLinks(em, 'email_change', user);
}

export interface Linked {
  id: string;
  email: string;
  name: string;
}

/**
 * Whose link it is; null where it is unknown, used, replaced, too old or of a disabled account: nobody is told which.
 * `email`: the address it was made for.
 */
export async function linkedBy(
  em: EntityManager,
  kind: LinkKind,
  token: string,
): Promise<Linked | null> {
  const [found] = await em.execute<Linked[]>(
    `select u.id, ${ADDRESS[kind]} as email, u.name from work.${kind} l join work.user_account u on u.id = l.user_account
     where l.token_hash = ? and ${isOpenLink('l')} and u.disabled_at is null`,
    [hashOf(token)],
  );
  return found ?? null;
}

/** Uses the link up and says who made it. null where somebody was faster: of two requests at once, one finds it ended. */
export async function spendLink(
  em: EntityManager,
  kind: LinkKind,
  token: string,
): Promise<string | null> {
  const [used] = await em.execute<{ by: string }[]>(
    `update work.${kind} l set ended_at = now()
     where l.token_hash = ? and ${isOpenLink('l')} returning l.created_by as by`,
    [hashOf(token)],
  );
  return used?.by ?? null;
}

/** The links of an account that work now, each with the address it was made for. */
export async function openLinks(
  em: EntityManager,
  user: string,
): Promise<{ kind: LinkKind; id: string; email: string }[]> {
  const open = ([kind, address]: [string, string]) =>
    `select '${kind}' as kind, l.id, ${address} as email
     from work.${kind} l join work.user_account u on u.id = l.user_account
     where u.id = ? and ${isOpenLink('l')} and u.disabled_at is null`;
  return em.execute<{ kind: LinkKind; id: string; email: string }[]>(
    Object.entries(ADDRESS).map(open).join(' union all '),
    [user, user],
  );
}
