import { createHash, createHmac, randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/**
 * Derived from the invitation's random id, so that a request that is sent again is answered with the same link; who reads
 * the table alone cannot make it.
 */
export function invitationToken(secret: string, id: string): string {
  return createHmac('sha256', secret).update(`invitation ${id}`).digest('base64url');
}

/** Opens a link for seven days and closes the one before. Returns its id. */
export async function openInvitation(
  em: EntityManager,
  secret: string,
  user: string,
  createdBy: string,
): Promise<string> {
  const id = randomUUID();
  await closeInvitations(em, user);
  await em.execute(
    `insert into work.invitation (id, user_account, token_hash, created_by, expires_at)
     values (?, ?, ?, ?, now() + interval '7 days')`,
    [id, user, hashOf(invitationToken(secret, id)), createdBy],
  );
  return id;
}

export async function closeInvitations(em: EntityManager, user: string): Promise<void> {
  await em.execute(
    'update work.invitation set ended_at = now() where user_account = ? and ended_at is null',
    [user],
  );
}

export interface Invited {
  id: string;
  email: string;
  name: string;
}

/** Whose link it is; null where it is unknown, used, replaced, too old or of a disabled account: nobody is told which. */
export async function invitedBy(em: EntityManager, token: string): Promise<Invited | null> {
  const [found] = await em.execute<Invited[]>(
    `select u.id, u.email, u.name from work.invitation i join work.user_account u on u.id = i.user_account
     where i.token_hash = ? and i.ended_at is null and i.expires_at > now() and u.disabled_at is null`,
    [hashOf(token)],
  );
  return found ?? null;
}

/** Uses the link up. False where somebody was faster: of two requests at once, one finds it ended. */
export async function useInvitation(em: EntityManager, token: string): Promise<boolean> {
  const used = await em.execute<unknown[]>(
    `update work.invitation set ended_at = now()
     where token_hash = ? and ended_at is null and expires_at > now() returning id`,
    [hashOf(token)],
  );
  return used.length > 0;
}
