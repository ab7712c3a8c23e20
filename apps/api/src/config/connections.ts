/** A number for the connections of one process with which it saves and reviews, and one for those with which it reads releases. */
export interface Connections {
  desks: number;
  public: number;
}

/** How many there are at most. */
export const CONNECTIONS: Connections = { desks: 10, public: 10 };

/** How many seconds a statement may take: readers wait no longer for a page. */
export const STATEMENT_SECONDS: Connections = { desks: 60, public: 20 };
