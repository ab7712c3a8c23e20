/** Addresses of one database, by who connects: the login decides what can be done there at most. */
export interface Databases {
  /** Owns it: migrations, backups, the queue of jobs, commands of the operator. */
  readonly owner: string;
  readonly desks: string;
  readonly readers: string;
  /** Streaming replicas that readers are answered from, each with the login of `readers`. */
  readonly replicas: readonly string[];
}

export const oneLogin = (url: string): Databases => ({
  owner: url,
  desks: url,
  readers: url,
  replicas: [],
});

export const loginOf = (url: string): string => decodeURIComponent(new URL(url).username);
