import { STATEMENTS } from '../database/connection.ts';

const CONTROL = /^(begin|start transaction|commit|rollback|savepoint|release|set transaction)/i;

/** How many statements are sent meanwhile, those that only begin or end a transaction not counted. */
export async function countStatements(work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const onStatement = (sql: unknown) => {
    if (!CONTROL.test(String(sql))) count++;
  };
  STATEMENTS.subscribe(onStatement);
  try {
    await work();
  } finally {
    STATEMENTS.unsubscribe(onStatement);
  }
  return count;
}
