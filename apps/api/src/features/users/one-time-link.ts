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
/** Life of a link for a forgotten password: it is used at once or not at all. */
export const FORGOTTEN_MINUTES = 30;
/** Addresses after /:lang. The token comes after the #: browsers do not send that part, so it appears in no log and no Referer. */
const PAGES = { invitation: 'account/invitation', email_change: 'account/email' } as const;
export const linkPath = (kind: LinkKind, token: string): string => `${PAGES[kind]}#token=${token}`;

/** Is the link neither used, nor replaced, nor expired? */
export const isOpenLink = (link: string): RawBuilder<boolean> =>
  sql`(${sql.ref(`${link}.ended_at`)} is null and ${sql.ref(`${link}.expires_at`)} > ${now})`;

/**
 * The token is derived from the random id of the link, so that a repeated request is answered with the same link. The table alone is not enough to
 * make it.
 */
function deriveToken(secret: string, kind: LinkKind, id: string): string {
  return createHmac('sha256', secret).update(`${kind} ${id}`).digest('base64url');
}

/** The token of a link, derived with the key that made it; null if that key is gone. */
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

/** The mails that carry a link, each with the table of the link. */
export const LINK_MAILS = {
  INVITATION: 'invitation',
  PASSWORD_LINK: 'invitation',
  PASSWORD_FORGOTTEN: 'invitation',
  EMAIL_LINK: 'email_change',
} as const satisfies Record<string, LinkKind>;
export type LinkMail = keyof typeof LINK_MAILS;

/**
 * Makes a link, valid for seven days unless `minutes` says otherwise, and closes the previous one. Returns its id. `email`: the new address to be
 * confirmed.
 */
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

/** Closes every link of an account. */
export async function closeAllLinks(em: EntityManager, user: string): Promise<void> {
  await closeLinks(em, 'invitation', user);
  await closeLinks(em, 'email_change', user);
}

const COLUMNS = ['id', 'user_account', 'token_hash', 'expires_at', 'ended_at'] as const;

/** Links of both kinds (`l`) that still work, with their accounts (`u`). */
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

/** The address for which a link was made. */
const address = sql<string>`coalesce(l.email, u.email)`.as('email');

export interface Linked {
  id: string;
  email: string;
  name: string;
}

/** The person whose link it is; null if it is unknown, used, replaced, expired or belongs to a disabled account: the answer does not say which. */
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

/** Uses the link and returns who made it; null if another request was faster: of two at once, the second finds the link ended. */
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

/** The links of an account that still work. */
export function openLinks(
  em: EntityManager,
  user: string,
): Promise<{ kind: LinkKind; id: string; email: string }[]> {
  return workingLinks(em).select(['l.kind', 'l.id', address]).where('u.id', '=', user).execute();
}
