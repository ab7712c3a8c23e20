import { createHmac, hash, randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';
import type { Secrets } from '../../config/secrets.ts';
import { db } from '../../database/db.ts';
import { now } from '../../database/expressions.ts';
import { EmailChange, Invitation } from './account-link.entity.ts';

/** What a link is for, and the table that keeps it. */
export type LinkKind = 'invitation' | 'email_change';

const LIFE = '7 days';
/** Of a link that somebody asked for who says that they forgot the password: it is used at once or not at all. */
export const FORGOTTEN_MINUTES = 30;
/** Below /:lang. The token stands behind the #: browsers do not send that part, so it is in no log and no Referer. */
const PAGES = { invitation: 'account/invitation', email_change: 'account/email' } as const;
export const linkPath = (kind: LinkKind, token: string): string => `${PAGES[kind]}#token=${token}`;

/** Neither used, nor replaced, nor too old. */
export const isOpenLink = (link: string): RawBuilder<boolean> =>
  sql`(${sql.ref(`${link}.ended_at`)} is null and ${sql.ref(`${link}.expires_at`)} > ${now})`;

/**
 * Derived from the link's random id, so that a request that is sent again is answered with the same link; from the
 * table alone it cannot be made.
 */
function deriveToken(secret: string, kind: LinkKind, id: string): string {
  return createHmac('sha256', secret).update(`${kind} ${id}`).digest('base64url');
}

/** The token of a link, by the key that made it; null where that key is gone. */
export async function linkToken(
  em: EntityManager,
  secrets: Secrets,
  kind: LinkKind,
  id: string,
): Promise<string | null> {
  const link =
    kind === 'invitation'
      ? await em.findOne(Invitation, { id })
      : await em.findOne(EmailChange, { id });
  const tokens = secrets.map((secret) => deriveToken(secret, kind, id));
  return tokens.find((token) => hash('sha256', token) === link?.tokenHash) ?? null;
}

/** The mails that carry a link, with the table that keeps it. */
export const LINK_MAILS = {
  INVITATION: 'invitation',
  PASSWORD_LINK: 'invitation',
  PASSWORD_FORGOTTEN: 'invitation',
  EMAIL_LINK: 'email_change',
} as const satisfies Record<string, LinkKind>;
export type LinkMail = keyof typeof LINK_MAILS;

/** Opens a link, for seven days unless said, and closes the one before. Returns its id. `email`: the new address that is to be confirmed. */
export async function openLink(
  em: EntityManager,
  kind: LinkKind,
  [secret]: Secrets,
  link: { user: string; createdBy: string; email?: string; minutes?: number },
): Promise<string> {
  const id = randomUUID();
  const life = link.minutes === undefined ? LIFE : `${String(link.minutes)} minutes`;
  await closeLinks(em, kind, link.user);
  const row = {
    id,
    user_account: link.user,
    token_hash: hash('sha256', deriveToken(secret, kind, id)),
    created_by: link.createdBy,
    expires_at: sql<Date>`now() + ${sql.lit(life)}::interval`,
  };
  const insert =
    link.email === undefined
      ? db(em).insertInto('work.invitation').values(row)
      : db(em)
          .insertInto('work.email_change')
          .values({ ...row, email: link.email });
  await insert.execute();
  return id;
}

export async function closeLinks(em: EntityManager, kind: LinkKind, user: string): Promise<void> {
  await db(em)
    .updateTable(`work.${kind}`)
    .set({ ended_at: now })
    .where('user_account', '=', user)
    .where('ended_at', 'is', null)
    .execute();
}

/** Every link of an account: none opens it any more. */
export async function closeAllLinks(em: EntityManager, user: string): Promise<void> {
  await closeLinks(em, 'invitation', user);
  await closeLinks(em, 'email_change', user);
}

const COLUMNS = ['id', 'user_account', 'token_hash', 'expires_at', 'ended_at'] as const;

/** The links of both kinds `l` that work, with their accounts `u`. */
const workingLinks = (em: EntityManager) =>
  db(em)
    .selectFrom((eb) =>
      eb
        .selectFrom('work.invitation')
        .select([
          ...COLUMNS,
          sql<LinkKind>`'invitation'`.as('kind'),
          sql<string | null>`null`.as('email'),
        ])
        .unionAll(
          eb
            .selectFrom('work.email_change')
            .select([...COLUMNS, sql<LinkKind>`'email_change'`.as('kind'), 'email']),
        )
        .as('l'),
    )
    .innerJoin('work.user_account as u', 'u.id', 'l.user_account')
    .where(isOpenLink('l'))
    .where('u.disabled_at', 'is', null);

/** The address that a link was made for. */
const address = sql<string>`coalesce(l.email, u.email)`.as('email');

export interface Linked {
  id: string;
  email: string;
  name: string;
}

/** Whose link it is; null where it is unknown, used, replaced, too old or of a disabled account: the answer does not say which. */
export async function linkedBy(
  em: EntityManager,
  kind: LinkKind,
  token: string,
): Promise<Linked | null> {
  const linked = await workingLinks(em)
    .select(['u.id', 'u.name', address])
    .where('l.kind', '=', kind)
    .where('l.token_hash', '=', hash('sha256', token))
    .executeTakeFirst();
  return linked ?? null;
}

/** Uses the link up and says who made it. null where another request was faster: of two at once, one finds it ended. */
export async function redeemLink(
  em: EntityManager,
  kind: LinkKind,
  token: string,
): Promise<string | null> {
  const used = await db(em)
    .updateTable(`work.${kind} as l`)
    .set({ ended_at: now })
    .where('l.token_hash', '=', hash('sha256', token))
    .where(isOpenLink('l'))
    .returning('l.created_by as by')
    .executeTakeFirst();
  return used?.by ?? null;
}

/** The links of an account that work now. */
export function openLinks(
  em: EntityManager,
  user: string,
): Promise<{ kind: LinkKind; id: string; email: string }[]> {
  return workingLinks(em).select(['l.kind', 'l.id', address]).where('u.id', '=', user).execute();
}
