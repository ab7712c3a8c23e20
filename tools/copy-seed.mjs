// tsc emits only code: the seed files go beside the built loader, which reads them from its own folder.
import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';

const api = path.join(import.meta.dirname, '../apps/api');
const target = path.join(api, 'dist/database/seed/data');
rmSync(target, { recursive: true, force: true });
cpSync(path.join(api, 'src/database/seed/data'), target, { recursive: true });
