import { start } from './start.ts';

await start(() => import('./serve.ts'));
