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
