// Starts the product in a process of its own, for tools that send it requests as a browser does.
import { spawn } from 'node:child_process';
import net from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

const PASSWORD = 'demo-Qadam-2026';
const STARTED_WITHIN_MS = 120_000;
const PAUSE_MS = 100;
const ANSWER_WITHIN_MS = 5_000;
const STOPPED_WITHIN_MS = 20_000;

/** Running servers; they are ended with the tool, however it ends. */
const running = new Set();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

const freePort = () =>
  new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Serves the checkout `root` until `stop`; `args` are those of Node. */
export async function serve(
  root,
  { args = ['--max-semi-space-size=8', 'apps/api/dist/main.js'], env = {} } = {},
) {
  const port = await freePort();
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const origin = `http://127.0.0.1:${port}`;
  running.add(child);
  const gone = new Promise((resolve) => child.once('exit', resolve));
  void gone.then(() => running.delete(child));
  const stop = async () => {
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), STOPPED_WITHIN_MS);
    await gone;
    clearTimeout(late);
  };
  const latest = Date.now() + STARTED_WITHIN_MS;
  while (!(await isReady(origin))) {
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > latest) {
      await stop();
      throw new Error(`the server in ${root} did not start`);
    }
    await wait(PAUSE_MS);
  }
  return { origin, pid: child.pid, stop };
}

const isReady = (origin) =>
  fetch(`${origin}/health/ready`, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) }).then(
    ({ ok }) => ok,
    () => false,
  );

/** Signs in an account of the demonstration; returns its session as a cookie. */
export async function signIn(origin, email) {
  const answer = await fetch(`${origin}/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-qadam': '1' },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  if (!answer.ok) throw new Error(`${email} is not signed in: ${answer.status}`);
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

export async function call(url, init) {
  const answer = await fetch(url, init);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${text.slice(0, 300)}`);
  return JSON.parse(text);
}

/** Sends a query or mutation of the desks; throws if it fails. */
export async function ask(origin, cookie, query, variables = {}) {
  const { data, errors } = await call(`${origin}/work/graphql`, {
    method: 'POST',
    headers: { cookie, 'x-qadam': '1', 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}
