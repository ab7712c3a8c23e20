import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What the process `server` has had of a processor, and PostgreSQL with all that it has started where that is known, in seconds; clocks of processes tick a hundred times a second. */
export function processorTime(server) {
  const of = (pid) => {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [, parent, ...rest] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [user, system, usersOfEnded, systemsOfEnded] = rest.slice(9, 13);
    return { parent, own: user + system, ended: usersOfEnded + systemsOfEnded };
  };
  const ours = of(server).own / 100;
  const data = process.env['QADAM_POSTGRES_DATA'];
  if (!data) return { ours, database: null };
  const postmaster = parseInt(readFileSync(path.join(data, 'postmaster.pid'), 'utf8'), 10);
  const main = of(postmaster);
  const backends = readdirSync('/proc').flatMap((pid) => {
    try {
      const { parent, own: time } = of(pid);
      return parent === postmaster ? [time] : [];
    } catch {
      return []; // no process, or one that has ended
    }
  });
  const database = [main.own, main.ended, ...backends].reduce((sum, time) => sum + time);
  return { ours, database: database / 100 };
}
