// Copies the seed and the SQL files of migrations beside the built code, where the server reads them: tsc emits only code.
import { cpSync, globSync, rmSync } from 'node:fs';
import path from 'node:path';

const api = path.join(import.meta.dirname, '../apps/api');
const seed = path.join(api, 'dist/database/seed/data');
rmSync(seed, { recursive: true, force: true });
cpSync(path.join(api, 'src/database/seed/data'), seed, { recursive: true });
for (const file of globSync('database/migrations/*.sql', { cwd: path.join(api, 'src') })) {
  cpSync(path.join(api, 'src', file), path.join(api, 'dist', file));
}
