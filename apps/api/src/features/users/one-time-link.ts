import { createHash, createHmac, randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';

/** What a link is for, and the table that keeps it. */
export type LinkKind = 'invitation' | 'email_change';

const DAYS = 7;
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/**
 * Derived from the link's random id, so that a request that is sent again is answered with the same link; who reads the
 * table alone cannot make it.
 */
export function linkToken(secret: string, kind: LinkKind, id: string): string {
  return createHmac('sha256', secret).update(`${kind} ${id}`).digest('base64url');
}

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
  const email = kind === 'email_change' ? 'l.email' : 'u.email';
  const [found] = await em.execute<Linked[]>(
    `select u.id, ${email} as email, u.name from work.${kind} l join work.user_account u on u.id = l.user_account
     where l.token_hash = ? and l.ended_at is null and l.expires_at > now() and u.disabled_at is null`,
    [hashOf(token)],
  );
  return found ?? null;
}

/** Uses the link up. False where somebody was faster: of two requests at once, one finds it ended. */
export async function spendLink(
  em: EntityManager,
  kind: LinkKind,
  token: string,
): Promise<boolean> {
  const used = await em.execute<unknown[]>(
    `update work.${kind} set ended_at = now()
     where token_hash = ? and ended_at is null and expires_at > now() returning id`,
    [hashOf(token)],
  );
  return used.length > 0;
}
