// Measures how many values people can save one by one, and how long each save takes: node tools/postgres.mjs node tools/bench/saves.mjs
// [seconds, default 8]. Runs the built product with its demonstration. There are 32 people, each with a cell of their own. First 1, 8 and 32
// people save again as soon as the last save is answered; then 32 people save at the rate of 50 who type one value every three seconds. People
// of a country share a session, because many sign-ins from one network are slowed down.
import { mkdtempSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ask, serve, signIn } from '../served.mjs';
import { processorTime } from './processor.mjs';

const seconds = Number(process.argv[2] ?? 8);
const WARM_UP_S = 2;
/** How many people save, and after how many milliseconds each begins the next save. */
const ROUNDS = [
  { count: 1, every: 0 },
  { count: 8, every: 0 },
  { count: 32, every: 0 },
  { count: 32, every: (3000 / 50) * 32 },
];
const CYCLE = 2025;
const AREAS = ['KAZ', 'KGZ', 'TJK', 'UZB'];
const FORM = `query ($area: ID!, $cycle: Int!) { returnForm(area: $area, cycle: $cycle, lang: en) {
  cells { indicator version editable kind ratio history { value } } } }`;
const SAVE = `mutation ($input: SaveValueInput!) { saveValue(input: $input) { cell { version state } problems { code } } }`;

const root = path.join(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'qadam-bench-'));
const server = await serve(root, { env: { QADAM_DEMO: '1', DATA_DIR: folder } });
const processor = () => {
  const { ours, database } = processorTime(server.pid);
  return ours + (database ?? 0);
};
try {
  const people = await reporters(Math.max(...ROUNDS.map(({ count }) => count)));
  console.log(
    '| people | saves in a second | median | 95th of a hundred | for a second of a core |',
  );
  console.log(
    '| -----: | ----------------: | -----: | ----------------: | ---------------------: |',
  );
  for (const { count, every } of ROUNDS) {
    const some = people.slice(0, count);
    await together(some, every, Math.max(WARM_UP_S, every / 1000));
    const before = processor();
    const { took, waits } = await together(some, every, Math.max(seconds, (3 * every) / 1000));
    const used = processor() - before;
    waits.sort((a, b) => a - b);
    const at = (share) => `${waits[Math.floor(share * waits.length)].toFixed(0)} ms`;
    const who = every > 0 ? '50 who type' : count;
    const cells = [who, (waits.length / took).toFixed(0), at(0.5), at(0.95)];
    console.log(`| ${[...cells, (waits.length / used).toFixed(0)].join(' | ')} |`);
  }
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** People of the four countries in turn, each with a number to save. */
async function reporters(count) {
  const byArea = await Promise.all(AREAS.map(numbersOf));
  const most = Math.max(...byArea.map((numbers) => numbers.length));
  const inTurn = Array.from({ length: most }, (_, at) =>
    byArea.flatMap((numbers) => numbers[at] ?? []),
  );
  const chosen = inTurn.flat().slice(0, count);
  if (chosen.length < count) throw new Error(`There are only ${chosen.length} numbers to save.`);
  return chosen;
}

/** The numbers that can be saved in the return of a country, each with its last value, or 1 if there is none. */
async function numbersOf(area) {
  const cookie = await signIn(server.origin, `reporter.${area.toLowerCase()}@demo.example`);
  const { returnForm } = await ask(server.origin, cookie, FORM, { area, cycle: CYCLE });
  return returnForm.cells.flatMap(({ indicator, version, editable, kind, ratio, history }) => {
    if (!editable || ratio || kind !== 'NUMERIC') return [];
    const { value } = history.findLast((one) => one.value !== null) ?? { value: '1' };
    return [{ cookie, area, indicator, version, value }];
  });
}

/** Lets everybody save until the time is over. Returns the seconds that took, and the milliseconds of each save. */
async function together(people, every, forSeconds) {
  const waits = [];
  const start = performance.now();
  const isOver = () => performance.now() - start > forSeconds * 1000;
  await Promise.all(
    people.map(async (person, at) => {
      // the people start at different times, so that they do not save all at once
      let next = start + (every * at) / people.length;
      while (!isOver()) {
        if (every > 0) await wait(Math.max(0, next - performance.now()));
        next += every;
        const { area, indicator, version, value } = person;
        const input = { area, indicator, value, cycle: CYCLE, expectedVersion: version };
        const asked = performance.now();
        const { saveValue } = await ask(server.origin, person.cookie, SAVE, {
          input: { ...input, comment: `Save ${waits.length}`, idempotencyKey: randomUUID() },
        });
        waits.push(performance.now() - asked);
        if (saveValue.problems.length > 0) throw new Error(JSON.stringify(saveValue.problems));
        person.version = saveValue.cell.version;
      }
    }),
  );
  return { took: (performance.now() - start) / 1000, waits };
}
