import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { hasCode } from '../database/error-code.ts';

interface Server {
  url: string;
  /** Stops every process of the server where it is: connections stay open, but nothing answers. */
  freeze: () => void;
  thaw: () => void;
}

export interface Cluster extends Server {
  stop: () => Promise<void>;
}

export interface ReplicatedCluster extends Cluster {
  replica: Server;
}

const TOOL = path.join(import.meta.dirname, '../../../../tools/postgres.mjs');

/** Prints where the cluster is, and keeps it running until the input ends. */
const KEEP = `const { DATABASE_URL, QADAM_POSTGRES_DATA, DATABASE_READ_URLS, QADAM_REPLICA_DATA } = process.env;
console.log(JSON.stringify([[DATABASE_URL, QADAM_POSTGRES_DATA], [DATABASE_READ_URLS, QADAM_REPLICA_DATA]]));
process.stdin.resume().once('end', () => process.exit(0));`;

/** A PostgreSQL server for one suite, so that its faults affect no other. Needs the server programs and Linux. */
export async function startCluster(): Promise<Cluster> {
  const { servers, stop } = await start();
  return { ...serverOf(servers[0]), stop };
}

/** The same with a streaming replica. */
export async function startReplicatedCluster(): Promise<ReplicatedCluster> {
  const { servers, stop } = await start('--replica');
  return { ...serverOf(servers[0]), replica: serverOf(servers[1]), stop };
}

type Place = readonly [url: string, data: string];

async function start(...options: string[]) {
  const keeper = spawn(process.execPath, [TOOL, ...options, process.execPath, '-e', KEEP], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const gone = once(keeper, 'exit');
  const [line] = (await once(createInterface(keeper.stdout), 'line')) as [string];
  const servers = JSON.parse(line) as [Place, Place];
  const stop = async () => {
    for (const server of options.length === 0 ? [servers[0]] : servers) serverOf(server).thaw();
    keeper.stdin.end();
    await gone;
  };
  return { servers, stop };
}

function serverOf([url, data]: Place): Server {
  const signal = (name: NodeJS.Signals) => {
    for (const pid of processesOf(data)) kill(pid, name);
  };
  return { url, freeze: () => signal('SIGSTOP'), thaw: () => signal('SIGCONT') };
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!hasCode(error, /^ESRCH$/)) throw error; // ESRCH: the process has ended meanwhile
  }
}

/** The postmaster comes first, so that it starts no other process meanwhile. */
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
    return undefined; // the process has ended meanwhile
  }
}
