/** Addresses of one database, by who connects: the login limits what can be done there. */
export interface Databases {
  /** The owner of the database, for migrations, backups, the queue of jobs and commands of the operator. */
  readonly owner: string;
  readonly desks: string;
  readonly readers: string;
  /** Streaming replicas that answer readers, each with the login of `readers`. */
  readonly replicas: readonly string[];
}

export const oneLogin = (url: string): Databases => ({
  owner: url,
  desks: url,
  readers: url,
  replicas: [],
});

export const loginOf = (url: string): string => decodeURIComponent(new URL(url).username);

/** A database as the operator is told of it: its server and its name, never a login or a password. */
export function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${decodeURIComponent(pathname.slice(1))} on ${host === '' ? 'this machine' : host}`;
}
