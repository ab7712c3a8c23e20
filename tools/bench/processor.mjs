import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Seconds of processor time used by the process `server`, and by PostgreSQL with all its processes if known; clocks tick 100 times a second. */
export function processorTime(server) {
  const of = (pid) => {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const times = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 15)
      .map(Number);
    const [user, system, usersOfEnded, systemsOfEnded] = times;
    return { own: user + system, ended: usersOfEnded + systemsOfEnded };
  };
  const ours = of(server).own / 100;
  const data = process.env['QADAM_POSTGRES_DATA'];
  if (!data) return { ours, database: null };
  const postmaster = parseInt(readFileSync(path.join(data, 'postmaster.pid'), 'utf8'), 10);
  const main = of(postmaster);
  const backends = childrenOf(postmaster).map((pid) => {
    try {
      return of(pid).own;
    } catch {
      return 0; // the process has ended meanwhile
    }
  });
  const database = [main.own, main.ended, ...backends].reduce((sum, time) => sum + time);
  return { ours, database: database / 100 };
}

const childrenOf = (pid) =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
