import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './free-port.ts';

const root = path.join(import.meta.dirname, '../../../..');
const TRIES = 600;
const PAUSE_MS = 200;

export interface ServedProcess {
  origin: string;
  stop: () => Promise<void>;
}

/** Starts the product as its operator does, in a separate process, from its sources. */
export async function startProcess(
  environment: Readonly<Record<string, string>>,
): Promise<ServedProcess> {
  const port = String(await freePort());
  const child = spawn(
    process.execPath,
    ['--import', './tools/run-sources.mjs', 'apps/api/src/main.ts'],
    { cwd: root, env: { ...environment, PORT: port }, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const gone = once(child, 'exit');
  const origin = `http://127.0.0.1:${port}`;
  const isReady = () =>
    fetch(`${origin}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  let ready = await isReady();
  for (let n = 0; n < TRIES && child.exitCode === null && !ready; n += 1) {
    await wait(PAUSE_MS);
    ready = await isReady();
  }
  if (!ready) {
    child.kill('SIGKILL');
    throw new Error('It did not start.');
  }
  return {
    origin,
    stop: async () => {
      child.kill('SIGTERM');
      await gone;
    },
  };
}
