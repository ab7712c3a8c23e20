/** A number for each of the two pools of a process: that of the desks, and that of those who read releases. */
export interface EachPool {
  desks: number;
  public: number;
}

/** How many connections a process has at most. */
export const CONNECTIONS: EachPool = { desks: 10, public: 10 };

/** How many seconds a statement may take; a reader does not wait as long as a desk. */
export const STATEMENT_SECONDS: EachPool = { desks: 60, public: 20 };
