// Measures how long disclosure control takes to plan and audit a table of 2,646 cells, 200 of them small: node tools/bench/plan.mjs [table …]
// Uses the built libs/domain (npx nx build @qadam/domain). Times are processor time. Exits with 1 if a plan is unsafe or takes too long.
import { createHash } from 'node:crypto';
import { auditReleases, planRelease } from '../../libs/domain/dist/index.js';

const PROMISED_S = 30;
const SMALL = 200;
const THRESHOLD = { base: 5, detailed: 10 };
const FIVE = {
  areas: ['KAZ', 'KGZ', 'TJK', 'TKM', 'UZB'],
  regionalTotal: 'CA5',
  ages: 20,
  kinds: 20,
};

/** Tables of ages × kinds for each area, with all margins; counts that are not small go up to `largest`. */
const TABLES = {
  country: { areas: ['KAZ'], regionalTotal: null, ages: 48, kinds: 53, zeros: 0, largest: 300 },
  region: { ...FIVE, zeros: 0, largest: 300 },
  zeros: { ...FIVE, zeros: 800, largest: 300 },
  // hardly any count is large enough to cover much
  tight: { ...FIVE, zeros: 1000, largest: 20 },
};

/** Reproducible numbers in [0, 1). */
function dice(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function tableOf({ areas, regionalTotal, ages, kinds, zeros, largest }) {
  const roll = dice(5);
  const codes = {
    age: Array.from({ length: ages }, (_, i) => `A${i + 1}`),
    breakdown: Array.from({ length: kinds }, (_, i) => `B${i + 1}`),
  };
  const places = areas.flatMap((area) =>
    codes.age.flatMap((age) => codes.breakdown.map((kind) => ({ area, age, kind, rank: roll() }))),
  );
  const cells = {};
  places
    .sort((a, b) => a.rank - b.rank)
    .forEach(({ area, age, kind }, i) => {
      const isZero = i >= SMALL && i < SMALL + zeros;
      const value =
        i < SMALL
          ? 1 + Math.floor(roll() * 9)
          : isZero
            ? 0
            : 10 + Math.floor(roll() ** 2 * (largest - 10));
      for (const where of regionalTotal ? [area, regionalTotal] : [area])
        for (const a of [age, '_T'])
          for (const b of [kind, '_T']) {
            const key = `${where}|_T|${a}|_T|_T|${b}`;
            cells[key] = (cells[key] ?? 0) + value;
          }
    });
  return { areas, regionalTotal, codes, threshold: THRESHOLD, cells };
}

/** The result of the work, and the seconds of processor time it took. */
function timed(work) {
  const began = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(began);
  return { result, seconds: (user + system) / 1e6 };
}

let kept = true;
for (const name of process.argv.length > 2 ? process.argv.slice(2) : Object.keys(TABLES)) {
  const { cells, ...frame } = tableOf(TABLES[name]);
  const { result: plan, seconds: planned } = timed(() => planRelease({ ...frame, cells }));
  const releases = [{ release: '1', cells, hidden: plan.hidden, withheld: plan.withheld }];
  const { result: audit, seconds: audited } = timed(() => auditReleases({ ...frame, releases }));
  const print = createHash('sha256').update(JSON.stringify(plan)).digest('hex').slice(0, 12);
  console.log(
    `${name}: ${Object.keys(cells).length} cells, ${plan.primary.length} small, ${plan.hidden.length} hidden, planned in ${planned.toFixed(1)} s, ` +
      `audited in ${audited.toFixed(1)} s, ${audit.safe ? 'safe' : 'UNSAFE'}, plan ${print}`,
  );
  kept &&= audit.safe && planned + audited <= PROMISED_S;
}
process.exit(kept ? 0 : 1);
