// Writes what the entities say and the migrations do not yet, as a new migration to be read over:
// node --import ./tools/run-sources.mjs tools/new-migration.mjs <name>
// Then list it in apps/api/src/database/migrations/index.ts. Triggers and functions are written by hand.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { startEmbeddedDatabase } from '../apps/api/src/database/embedded.ts';
import { migrate } from '../apps/api/src/database/migrate.ts';
import { schemaDifference } from '../apps/api/src/database/schema-difference.ts';

const [name] = process.argv.slice(2);
if (!/^[a-z][a-z-]+$/.test(name ?? '')) {
  console.error('usage: new-migration.mjs <name-in-small-letters>');
  process.exit(2);
}
const database = await startEmbeddedDatabase({ onCrash: (code) => process.exit(code || 1) });
await migrate(database.url);
const statements = await schemaDifference(database.url);
await database.stop();
if (statements === '') {
  console.log('The migrations make what the entities describe: nothing to write.');
} else {
  const day = new Date().toISOString().slice(0, 10).replaceAll('-', '');
  const title = name
    .split('-')
    .map((word) => word[0].toUpperCase() + word.slice(1))
    .join('');
  const lines = statements
    .split(/;\n+/)
    .map(
      (statement) =>
        `    this.addSql(\`${statement.replace(/;$/, '').replace(/[`$\\]/g, '\\$&')}\`);`,
    );
  const file = `apps/api/src/database/migrations/migration-${day}-${name}.ts`;
  writeFileSync(
    path.join(import.meta.dirname, '..', file),
    `import { Migration } from '@mikro-orm/migrations';

export class ${title} extends Migration {
  override up(): void {
${lines.join('\n')}
  }
}
`,
  );
  console.log(`${file}: read it over, then list it in index.ts beside it.`);
}
