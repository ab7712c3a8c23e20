import { AsyncLocalStorage } from 'node:async_hooks';
import type { Role } from '@qadam/domain';

/** Roles of the database; rights.ts lists what each may do. */
export const DATABASE_ROLES = ['desk', 'limited_desk', 'reporter', 'public'] as const;
export type DatabaseRole = (typeof DATABASE_ROLES)[number];

/** Roles belong to the cluster, so their names begin with the database: roles of another database must have no rights here. */
export const roleName = (database: string, role: DatabaseRole): string => `${database}_${role}`;

/** The name as an identifier in a statement. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** As whom a statement runs: a role, and whose rows it reads and writes if not those of every country. */
export interface Standing {
  readonly role: DatabaseRole;
  /** A reporter's country; for a limited officer all their countries, separated by spaces. */
  readonly area: string;
}

/** For visitors, people who sign in, and code that sets nothing else: no rows of any country. */
const NOBODY: Standing = { role: 'reporter', area: '' };
/** For officers without a limit, administrators, auditors, and the server's own work: every country. */
const DESK: Standing = { role: 'desk', area: '' };
export const PUBLIC: Standing = { role: 'public', area: '' };

const underWay = new AsyncLocalStorage<{ standing: Standing }>();

/** The standing of the current request or job. */
export const standing = (): Standing => underWay.getStore()?.standing ?? NOBODY;

/** For a request, until it is known who sent it. */
export const asNobody = <T>(work: () => T): T => underWay.run({ standing: NOBODY }, work);

/** For the server's own work: planned releases, mails, webhooks. */
export const asServer = <T>(work: () => T): T => underWay.run({ standing: DESK }, work);

/**
 * For what a limited officer must see in whole, like others at the desk; reporters keep their standing. Not inside a transaction, whose connection
 * already has one.
 */
export const wholeAtDesk = <T>(work: () => T): T =>
  standing().role === 'limited_desk' ? asServer(work) : work();

const OF_EVERY_COUNTRY: readonly Role[] = ['OFFICER', 'ADMIN', 'AUDITOR'];

/** Called when it is known who sent the request: what follows in it runs with their rights. */
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
