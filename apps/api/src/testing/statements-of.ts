import { STATEMENTS } from '../database/connection.ts';

const CONTROL = /^(begin|start transaction|commit|rollback|savepoint|release|set transaction)/i;
/** The query for the current release (database/replicas.ts), which runs once a second for all: on a slow machine it can come at any time. */
const CURRENT = / as "withdrawn"$/;

/** The statements that are sent during `work`, except those that only begin or end a transaction, and the query for the current release. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  const onStatement = (statement: unknown) => {
    const sql = String(statement);
    if (!CONTROL.test(sql) && !CURRENT.test(sql)) sent.push(sql);
  };
  STATEMENTS.subscribe(onStatement);
  try {
    await work();
  } finally {
    STATEMENTS.unsubscribe(onStatement);
  }
  return sent;
}
