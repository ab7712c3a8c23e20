import { AsyncLocalStorage } from 'node:async_hooks';
import type { Role } from '@qadam/domain';

/** Roles of the database; what each may do is in rights.ts. */
export const DATABASE_ROLES = ['desk', 'limited_desk', 'reporter', 'public'] as const;
export type DatabaseRole = (typeof DATABASE_ROLES)[number];

/** Of the cluster, and so called after the database: those of another one have no business here. */
export const roleName = (database: string, role: DatabaseRole): string => `${database}_${role}`;

/** In the text of a statement. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** As whom a statement is run: a role, and whose rows it reads and writes, where not every country's. */
export interface Standing {
  readonly role: DatabaseRole;
  /** Of a reporter; of an officer who is limited each of the countries, parted by spaces. */
  readonly area: string;
}

/** Of visitors, of whoever signs in, and of code that says nothing else: no row of any country. */
const NOBODY: Standing = { role: 'reporter', area: '' };
/** Of officers without a limit, of who administers or audits, and of the server's own work: every country. */
const DESK: Standing = { role: 'desk', area: '' };
export const PUBLIC: Standing = { role: 'public', area: '' };

const underWay = new AsyncLocalStorage<{ standing: Standing }>();

/** Of the request or the job that is under way. */
export const standing = (): Standing => underWay.getStore()?.standing ?? NOBODY;

/** For a request, until it is known who asks. */
export const asNobody = <T>(work: () => T): T => underWay.run({ standing: NOBODY }, work);

/** For the server's own work: releases that were planned, mails, webhooks. */
export const asServer = <T>(work: () => T): T => underWay.run({ standing: DESK }, work);

/**
 * For what a limited officer has to see whole, as others at the desk do; a reporter stays who they are. Not inside of a
 * transaction, whose connection is given already.
 */
export const wholeAtDesk = <T>(work: () => T): T =>
  standing().role === 'limited_desk' ? asServer(work) : work();

const OF_EVERY_COUNTRY: readonly Role[] = ['OFFICER', 'ADMIN', 'AUDITOR'];

/** It is known who asks: what follows in the request is run as they may. */
export function standAs({
  role,
  area,
  areas,
}: {
  role: Role;
  area: string | null;
  areas: readonly string[] | null;
}): void {
  const request = underWay.getStore();
  if (request === undefined) return;
  if (role === 'OFFICER' && areas !== null)
    request.standing = { role: 'limited_desk', area: areas.join(' ') };
  else if (OF_EVERY_COUNTRY.includes(role)) request.standing = DESK;
  else request.standing = { role: 'reporter', area: (role === 'REPORTER' && area) || '' };
}
