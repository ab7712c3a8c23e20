// Both builds of the pages as `npm start` needs them: in one process that gives way to the server, which makes its database meanwhile;
// no types checked, no source maps (`npm run build` does both).
import { setPriority } from 'node:os';
import { build } from 'vite';

setPriority(10);
const options = { root: import.meta.dirname, configLoader: 'native', logLevel: 'warn' };
await build({ ...options, build: { sourcemap: false } });
await build({ ...options, build: { sourcemap: false, ssr: 'src/entry-server.tsx' } });
