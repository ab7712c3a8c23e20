import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { hasCode } from '../database/error-code.ts';

export interface Cluster {
  url: string;
  /** Stops every process of the server where it stands: connections stay open and nothing answers. */
  freeze: () => void;
  thaw: () => void;
  stop: () => Promise<void>;
}

const TOOL = path.join(import.meta.dirname, '../../../../tools/postgres.mjs');

/** Says where the cluster is and keeps it until its input ends. */
const KEEP = `console.log(JSON.stringify({ url: process.env.DATABASE_URL, data: process.env.QADAM_POSTGRES_DATA }));
process.stdin.resume().once('end', () => process.exit(0));`;

/** A PostgreSQL server of the suite's own, so that its faults touch no other suite. Needs the server programs and Linux. */
export async function startCluster(): Promise<Cluster> {
  const keeper = spawn(process.execPath, [TOOL, process.execPath, '-e', KEEP], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const gone = once(keeper, 'exit');
  const [line] = (await once(createInterface(keeper.stdout), 'line')) as [string];
  const { url, data } = JSON.parse(line) as { url: string; data: string };
  const signal = (name: NodeJS.Signals) => {
    for (const pid of processesOf(data)) kill(pid, name);
  };
  const thaw = () => signal('SIGCONT');
  return {
    url,
    freeze: () => signal('SIGSTOP'),
    thaw,
    stop: async () => {
      thaw();
      keeper.stdin.end();
      await gone;
    },
  };
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!hasCode(error, /^ESRCH$/)) throw error; // it has ended meanwhile
  }
}

/** The postmaster first, so that it starts no other meanwhile. */
function processesOf(data: string): number[] {
  const [postmaster = ''] = readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n');
  const children = readdirSync('/proc').filter(
    (name) => /^\d+$/.test(name) && parentOf(name) === postmaster,
  );
  return [postmaster, ...children].map(Number);
}

function parentOf(pid: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1];
  } catch {
    return undefined; // it has ended meanwhile
  }
}
