/** Connections of one process to the database: to save and review with, and to read releases with. */
export interface Connections {
  desks: number;
  public: number;
}

export const CONNECTIONS: Connections = { desks: 10, public: 10 };
