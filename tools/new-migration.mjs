// Compares the entities with the migrations, writes the differences as a new migration, which a person has to read over, and lists it in
// index.ts beside it: node --import ./tools/run-sources.mjs tools/new-migration.mjs <name>
// Triggers and functions are written by hand.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startEmbeddedDatabase } from '../apps/api/src/database/embedded.ts';
import { migrate } from '../apps/api/src/database/migrate.ts';
import { migrations } from '../apps/api/src/database/migrations/index.ts';
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
  // migrations run in the order of their names, so the new one gets a later day than all others
  const days = migrations.map((one) => Number(one.name.split('-')[1]) + 1);
  const day = Math.max(Number(new Date().toISOString().slice(0, 10).replaceAll('-', '')), ...days);
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
  const folder = path.join(import.meta.dirname, '../apps/api/src/database/migrations');
  const file = `migration-${day}-${name}`;
  writeFileSync(
    path.join(folder, `${file}.ts`),
    `import { Migration } from '@mikro-orm/migrations';

export class ${title} extends Migration {
  override up(): void {
${lines.join('\n')}
  }
}
`,
  );
  const index = path.join(folder, 'index.ts');
  writeFileSync(
    index,
    readFileSync(index, 'utf8')
      .replace('\n\n', `\nimport { ${title} } from './${file}.ts';\n\n`)
      .replace(/,?\s*\];\n$/, `,\n  { name: '${file}', class: ${title} },\n];\n`),
  );
  console.log(`${path.join(folder, file)}.ts: read it over.`);
}
