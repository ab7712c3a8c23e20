// Runs the previous version and this one side by side on one database: node tools/postgres.mjs node tools/previous-version.mjs
// The order is that of an upgrade: the previous version makes its database and serves; this one starts, migrates it meanwhile, and both
// serve at once. Then back again. Each has to read what the other shows, saves, decides, publishes and withdraws. The previous code comes out
// of git and runs from its sources with the packages of this checkout. Without the history of git this prints NOT RUN (skipped); if the packages
// are too different for it, it fails, so that a new version of a package never switches it off.
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { queriesOf } from './bench/questions.mjs';
import { ask, call, serve, signIn } from './served.mjs';

/** The last commit before the first change of the next version. */
const PREVIOUS = { version: '0.5.0', commit: '1487c852dba5646d15549245bd4f0e9bef751953' };
const SOURCES = ['--import', './tools/run-sources.mjs'];
const CYCLE = 2025;
const AREA = 'KGZ';

const PROBLEMS = 'problems { code field }';
const mutation = (name, input, fields) =>
  `mutation ($input: ${input}!) { answer: ${name}(input: $input) { ${fields} ${PROBLEMS} } }`;
const SAVE = mutation('saveValue', 'SaveValueInput', 'cell { id version }');
const SUBMIT = mutation('submitReturn', 'SubmitReturnInput', 'submission { id }');
const APPROVE = mutation('approveValues', 'ApproveValuesInput', 'batch');
const RETURN = mutation('returnValue', 'ReturnValueInput', 'observation { id }');
const PUBLISH = mutation('publishRelease', 'PublishReleaseInput', 'number');
const WITHDRAW = mutation('requestWithdrawal', 'RequestWithdrawalInput', '');
const CONFIRM = mutation('decideWithdrawal', 'DecideWithdrawalInput', '');
const PREVIEW =
  'query ($asOfYear: Int!, $annual: Boolean!) { preview: releasePreview(asOfYear: $asOfYear, annual: $annual, lang: en) { previewHash } }';
const COUNTS =
  'query ($release: ID) { openData(lang: en, release: $release) { rows hidden firstYear lastYear indicators { code rows hidden } licences { licence rows sources } } }';
const DESKS = [
  ['Duties', {}, 'reporter.kgz'],
  ['AreaEvidence', { area: AREA }, 'reporter.kgz'],
  ['DeskSummary', {}, 'officer'],
  ['ReviewQueue', {}, 'officer'],
  ['TargetDesk', { area: AREA }, 'officer'],
  ['PlannedReleases', {}, 'officer'],
  ['Withdrawals', {}, 'officer'],
  ['Framework', {}, 'officer'],
  ['Outbox', { skip: 0 }, 'admin'],
  ['Users', { first: 50 }, 'admin'],
  ['SystemHealth', {}, 'admin'],
  ['AuditEvents', { filter: {}, first: 50 }, 'admin'],
];

const root = path.join(import.meta.dirname, '..');
const report = { passed: 0, failed: 0, skipped: 0 };
const folder = mkdtempSync(path.join(tmpdir(), 'qadam-previous-'));
const sources = path.join(folder, 'sources');
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
let queryOf;
const servers = [];
try {
  const why = takeSources();
  if (why === null) {
    usePackages();
    await upgradeAndBack();
  } else {
    report.skipped = 1;
    console.log(`NOT RUN: ${why}`);
  }
} catch (error) {
  report.failed += 1;
  console.error(error);
} finally {
  await Promise.all(servers.map((server) => server.stop()));
}
mkdirSync(path.join(root, '.cache/reports'), { recursive: true });
writeFileSync(path.join(root, '.cache/reports/previous-version.json'), JSON.stringify(report));
process.exit(report.failed > 0 ? 1 : 0);

/** Takes the sources of the previous version out of git; returns why it could not, or null. */
function takeSources() {
  mkdirSync(sources);
  try {
    const archive = execFileSync('git', ['archive', PREVIOUS.commit], {
      cwd: root,
      maxBuffer: 2 ** 28,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    execFileSync('tar', ['x'], { cwd: sources, input: archive });
    return null;
  } catch (error) {
    return `version ${PREVIOUS.version} cannot be taken out of git (${String(error.stderr || error.message).trim()}). A shallow clone has no history: git fetch --unshallow`;
  }
}

/**
 * Links the packages of this checkout; the parts of the earlier version stay its own. Names those of another version than it was made with, and
 * fails where one is missing or has another major version: then its lock has to be installed beside it.
 */
function usePackages() {
  const packagesOf = (checkout) =>
    JSON.parse(readFileSync(path.join(checkout, 'package-lock.json'), 'utf8')).packages;
  const here = packagesOf(root);
  const others = Object.entries(packagesOf(sources)).filter(
    ([at, { dev, optional, link, version }]) =>
      at.includes('node_modules/') &&
      !dev &&
      !optional &&
      !link &&
      versionFound(here, at) !== version,
  );
  const named = others.map(
    ([at, { version }]) => `${at} ${version} (here ${versionFound(here, at) ?? 'missing'})`,
  );
  const major = (version) => version?.split('.')[0];
  if (others.some(([at, { version }]) => major(versionFound(here, at)) !== major(version)))
    throw new Error(
      `version ${PREVIOUS.version} cannot run with the packages that are installed: ${named.join(', ')}`,
    );
  if (named.length > 0)
    console.log(`version ${PREVIOUS.version} runs with other packages: ${named.join(', ')}`);
  const ownParts = 'node_modules/@qadam';
  mkdirSync(path.join(sources, ownParts), { recursive: true });
  for (const part of readdirSync(path.join(root, ownParts)))
    symlinkSync(readlinkSync(path.join(root, ownParts, part)), path.join(sources, ownParts, part));
  for (const name of readdirSync(path.join(root, 'node_modules')))
    if (name !== '@qadam' && !name.startsWith('.'))
      symlinkSync(path.join(root, 'node_modules', name), path.join(sources, 'node_modules', name));
  const ofApi = path.join(root, 'apps/api/node_modules');
  if (existsSync(ofApi)) symlinkSync(ofApi, path.join(sources, 'apps/api/node_modules'));
}

/** The version of the package that Node finds from that folder: there or nearest above; it may be a link to a part of the repository. */
function versionFound(packages, at) {
  const name = at.slice(at.lastIndexOf('node_modules/'));
  let folder = at.slice(0, -name.length);
  while (folder !== '' && !packages[folder + name])
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/')));
  const found = packages[folder + name];
  return (found?.link ? packages[found.resolved] : found)?.version;
}

async function upgradeAndBack() {
  queryOf = queriesOf(path.join(sources, 'apps/web/src'));
  const env = {
    ...(await ownedDatabase()),
    ...{ QADAM_DEMO: '1', SESSION_SECRET: randomUUID(), PUBLIC_ORIGIN: 'http://localhost' },
  };
  const run = async (checkout, name) => {
    const server = await serve(checkout, {
      args: [...SOURCES, 'apps/api/src/main.ts'],
      env: { ...env, DATA_DIR: path.join(folder, name) },
    });
    servers.push(server);
    return server;
  };
  const before = await run(sources, 'before');
  await openCycle(env.DATABASE_URL);
  const alone = await figures(before.origin);
  const now = await run(root, 'now');
  await check('what was published stays as it was, in both', async () => {
    same(await figures(now.origin), alone);
    same(await figures(before.origin), alone);
  });
  const sessions = {};
  await check('who signed in with the earlier version is signed in with this one', async () => {
    for (const person of ['reporter.kgz', 'officer', 'officer2', 'admin'])
      sessions[person] = await signIn(before.origin, `${person}@demo.example`);
    for (const session of Object.values(sessions))
      for (const { origin } of [now, before]) await ask(origin, session, '{ me { name } }');
  });
  for (const [what, one, other] of [
    ['this version', now, before],
    ['the earlier version', before, now],
  ])
    await work(what, [one.origin, other.origin], sessions);
  await check('this version finds the audit chain and every release as they were written', () => {
    execFileSync(process.execPath, [...SOURCES, 'apps/api/src/cli.ts', 'check'], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  });
  await check('the earlier version starts again on this database', async () => {
    await before.stop();
    const again = await run(sources, 'again');
    same(await figures(again.origin), await figures(now.origin));
  });
}

/** Makes a login that owns its database and has no other rights, as docs/operations.md says: the earlier version supports no other. */
async function ownedDatabase() {
  const url = new URL(process.env.DATABASE_URL);
  await inDatabase(url.href, [
    'create role qadam_owner login createrole',
    'create database qadam owner qadam_owner',
  ]);
  url.username = 'qadam_owner';
  url.pathname = 'qadam';
  return { DATABASE_URL: url.href };
}

/** Opens the cycle, because the demonstration of the earlier version closes it on a fixed date and this may run later. */
function openCycle(url) {
  return inDatabase(url, [
    `update work.cycle set opens_on = current_date - 30, due_on = current_date + 30, closes_on = current_date + 60 where year = ${CYCLE}`,
  ]);
}

async function inDatabase(url, statements) {
  const { default: pg } = await import(
    createRequire(path.join(root, 'apps/api/package.json')).resolve('pg')
  );
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

async function check(promise, keep) {
  const since = performance.now();
  try {
    await keep();
    report.passed += 1;
    console.log(`kept    ${promise} (${((performance.now() - since) / 1000).toFixed(1)} s)`);
    return true;
  } catch (error) {
    report.failed += 1;
    console.log(`BROKEN  ${promise}\n${error.stack}`);
    return false;
  }
}

function same(one, other) {
  for (const name of new Set([...Object.keys(one), ...Object.keys(other)]))
    if (one[name] !== other[name])
      throw new Error(
        `${name} differs:\n${firstDifference(one[name] ?? 'missing', other[name] ?? 'missing')}`,
      );
}

function firstDifference(one, other) {
  const [lines, others] = [one, other].map((text) => text.split('\n'));
  const at = lines.findIndex((line, index) => line !== others[index]);
  return `- ${lines[at]}\n+ ${others[at]}`;
}

/** The answers to everything that pages of the earlier version ask for, for every release, and two of its files. */
async function figures(origin) {
  const { releases } = JSON.parse(await page(origin, queryOf('Releases'), {}));
  const texts = { releases: JSON.stringify(releases) };
  for (const { number: release, latest } of releases) {
    const read = async (name, more = {}) => {
      texts[[release, name, ...Object.values(more)].join(' ')] = await page(origin, queryOf(name), {
        ...{ release, ...more },
      });
    };
    for (const name of ['Scorecard', 'IndicatorList']) await read(name);
    const { scorecard } = JSON.parse(texts[`${release} Scorecard`]);
    const { indicators } = JSON.parse(texts[`${release} IndicatorList`]);
    for (const { code } of scorecard.areas) await read('Country', { iso3: code });
    for (const { action } of scorecard.rows) await read('Action', { code: action.code });
    for (const { code } of latest ? indicators.indicators : []) await read('Indicator', { code });
    texts[`${release} counts`] = await page(origin, COUNTS, { release });
    for (const file of ['all.csv', 'levels.csv']) {
      const answer = await fetch(`${origin}/data/${file}?release=${release}&lang=en`);
      if (!answer.ok) throw new Error(`${file} of ${release}: ${answer.status}`);
      texts[`${release} ${file}`] = await answer.text();
    }
  }
  return texts;
}

async function page(origin, query, variables) {
  const { data, errors } = await call(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { lang: 'en', ...variables } }),
  });
  if (errors) throw new Error(JSON.stringify(errors));
  return text(data);
}

/** The answer as text in lines, so that a difference can be shown. */
function text(answer) {
  return JSON.stringify(answer)
    .replaceAll('},', '},\n')
    .replaceAll(/"bytes":\d+,?/g, '');
}

/** Asks a query of a desk page, as the earlier version has it. */
function desk(origin, session, name, variables) {
  return ask(origin, session, queryOf(name), { lang: 'en', ...variables });
}

async function change(origin, session, query, input) {
  const { answer } = await ask(origin, session, query, {
    input: { ...input, idempotencyKey: randomUUID() },
  });
  if (answer.problems.length > 0) throw new Error(JSON.stringify(answer.problems));
  return answer;
}

/** Reports, reviews and publishes a year at one server (`here`), then reads everything at both. */
async function work(what, [here, there], sessions) {
  const reporter = sessions['reporter.kgz'];
  const saved = [];
  const handedIn = await check(`a reporter saves and hands in values with ${what}`, async () => {
    const { returnForm } = await desk(here, reporter, 'ReturnForm', { area: AREA, cycle: CYCLE });
    const empty = returnForm.cells.filter(
      ({ state, editable, element, history }) =>
        state === 'EMPTY' && editable && !element && history.some(({ value }) => value),
    );
    for (const { indicator, version, history } of empty.slice(0, 2)) {
      const { value } = history.findLast((one) => one.value !== null);
      const input = { area: AREA, cycle: CYCLE, indicator, expectedVersion: version, value };
      const { cell } = await change(here, reporter, SAVE, input);
      saved.push({ id: cell.id, expectedVersion: cell.version, indicator });
    }
    if (saved.length < 2) throw new Error(`only ${saved.length} values may be saved in ${CYCLE}`);
    const cellsOfReturn = saved.map(({ id, expectedVersion }) => ({ id, expectedVersion }));
    await change(here, reporter, SUBMIT, { area: AREA, cycle: CYCLE, cells: cellsOfReturn });
  });
  if (!handedIn) return;
  await check(`an officer accepts one of them, returns another and publishes`, async () => {
    const queue = await desk(here, sessions.officer, 'ReviewQueue', {});
    const [accepted, returned] = saved.map(({ id }) =>
      queue.reviewQueue.submitted.find((one) => one.id === id),
    );
    const values = [{ observation: accepted.id, revision: accepted.current.id }];
    await change(here, sessions.officer, APPROVE, { values });
    await change(here, sessions.officer, RETURN, {
      ...{ observation: returned.id, revision: returned.current.id, reason: 'Which register?' },
    });
    const asked = { asOfYear: CYCLE, annual: false };
    const { preview } = await ask(here, sessions.officer, PREVIEW, asked);
    await change(here, sessions.officer, PUBLISH, {
      ...{ ...asked, previewHash: preview.previewHash, note: [{ lang: 'en', text: what }] },
    });
  });
  await check(`two officers withdraw what was published`, async () => {
    const [{ indicator }] = saved;
    const cell = { indicator, area: AREA, year: CYCLE };
    await change(here, sessions.officer, WITHDRAW, { ...cell, reason: 'A person is recognised.' });
    const { withdrawals } = await desk(here, sessions.officer2, 'Withdrawals', {});
    const { id, planHash } = withdrawals.withdrawals.find(({ state }) => state === 'REQUESTED');
    await change(here, sessions.officer2, CONFIRM, { id, planHash, confirm: true });
  });
  await check(`every desk reads what ${what} did, in both`, async () => {
    for (const [name, variables, person] of DESKS)
      for (const origin of [here, there]) await desk(origin, sessions[person], name, variables);
    const read = async (origin) => ({
      form: text(await desk(origin, reporter, 'ReturnForm', { area: AREA, cycle: CYCLE })),
      values: text(
        await Promise.all(
          saved.map(({ id }) => desk(origin, sessions.officer, 'WorkObservation', { id })),
        ),
      ),
    });
    same(await read(here), await read(there));
    for (const origin of [here, there]) {
      const { verifyAudit } = await desk(origin, sessions.admin, 'VerifyAudit', {});
      if (!verifyAudit.intact) throw new Error('the audit chain is broken');
    }
  });
  await check(`what ${what} published is shown alike by both`, async () => {
    same(await figures(here), await figures(there));
  });
}
