import { start } from './start.ts';

// begun before the database is: reading the framework's code takes a second, which the database's worker needs too
await start(import('./serve.ts'));
