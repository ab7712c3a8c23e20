// Drops the databases that suites on a server have copied (src/testing/database.ts).
import { onServer } from './jest.server.mjs';

export default async function teardown() {
  const { DATABASE_URL: server, QADAM_TEST_RUN: run } = process.env;
  if (!server) return;
  await onServer(async (em) => {
    const copied = await em.execute(
      'select datname as name from pg_database where starts_with(datname, ?)',
      [`qadam_test_${run}_`],
    );
    for (const { name } of copied) await em.execute(`drop database ${name} with (force)`);
  });
}
