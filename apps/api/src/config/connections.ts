/** A number for each of the two pools of a process: one for the desks, one for readers of releases. */
export interface EachPool {
  desks: number;
  public: number;
}

/** The most connections that a process opens. */
export const CONNECTIONS: EachPool = { desks: 10, public: 10 };

/** How many seconds a statement may take: readers do not wait as long as the desks. */
export const STATEMENT_SECONDS: EachPool = { desks: 60, public: 20 };
