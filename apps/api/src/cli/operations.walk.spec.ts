import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';

const root = path.join(import.meta.dirname, '../../../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const DOCUMENT = read('docs/operations.md');
const CLI = 'node apps/api/dist/cli.js';
const PROGRAM =
  /^(age|docker|kubectl|node|npm|npx|pg_basebackup|pg_dump|psql|sha256sum|ssh-keygen|systemd-analyze) .|^(pg_restore|zcat)\b/;

/** The commands in sentences, then those in blocks, without their comments. */
function commandsOf(text: string): string[] {
  const [, ...blocks] = text.split(/^```\w*$/m);
  const lines = blocks.filter((_, index) => index % 2 === 0).flatMap((block) => block.split('\n'));
  const inSentences = [...text.matchAll(/`([^`\n]+)`/g)].flatMap(([, code = '']) =>
    code.split(' && '),
  );
  return [...inSentences, ...lines]
    .map((command) => command.replace(/\s+#.*$/, '').trim())
    .filter((command) => PROGRAM.test(command));
}

const isInstalled = (program: string) =>
  (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .some((at) => existsSync(path.join(at, program)));
const itWith = (program: string) => (isInstalled(program) ? it : it.skip);

/** Commands that other tests run because those prepare what they need: the file, and how the command is written there. */
const ELSEWHERE: Readonly<Record<string, { file: string; as: string }>> = {
  'npm ci': { file: 'tools/install.mjs', as: "'ci'" },
  'npm run build': { file: '.ci/run', as: 'npm run build' },
  'node --max-semi-space-size=8 apps/api/dist/main.js': {
    file: 'e2e/playwright.config.ts',
    as: 'node --max-semi-space-size=8 apps/api/dist/main.js',
  },
  'node tools/postgres.mjs node tools/previous-version.mjs': {
    file: '.ci/run',
    as: 'node tools/postgres.mjs node tools/previous-version.mjs',
  },
  'node tools/release-files.mjs': { file: '.ci/run', as: 'node tools/release-files.mjs' },
  [`${CLI} user link --email …`]: { file: 'apps/api/src/cli/user-command.spec.ts', as: "'link'" },
  [`${CLI} user confirm --email …`]: {
    file: 'apps/api/src/cli/user-command.spec.ts',
    as: "'confirm'",
  },
  [`${CLI} user reset-second-factor --email …`]: {
    file: 'apps/api/src/cli/user-command.spec.ts',
    as: "'reset-second-factor'",
  },
};

const commands = commandsOf(DOCUMENT);
const [told = '', notRun = ''] = DOCUMENT.split('## Commands that no test runs');
const UNRUN = new Set(commandsOf(notRun));
const rest = commandsOf(told).filter((command) => !UNRUN.has(command));

describe('the commands of docs/operations.md', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'qadam-operations-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  /** Runs a command as written, but with the program run from its sources, and with the placeholders filled in. */
  function runs(command: string, dataDir: string): string {
    const key = /age1\w+/.exec(
      command.includes('age1…') ? readFileSync(path.join(folder, 'qadam.key'), 'utf8') : '',
    );
    const filled = command
      .replace(CLI, '"$NODE" --import "$ROOT/tools/run-sources.mjs" "$ROOT/apps/api/src/cli.ts"')
      .replace('--email …', '--email officer@ministry.example')
      .replace('--name …', '--name Officer')
      .replace('age1…', key?.[0] ?? '')
      .replace('FILE', 'first.backup');
    return execFileSync('/bin/sh', ['-c', filled], {
      cwd: folder,
      encoding: 'utf8',
      input: '',
      stdio: ['pipe', 'pipe', 'pipe'],
      env: {
        NODE: process.execPath,
        ROOT: root,
        DATA_DIR: path.join(folder, dataDir),
        QADAM_DEMO: '0',
      },
    });
  }

  const ofCli = rest.filter((command) => command.startsWith(CLI) && !(command in ELSEWHERE));
  // these have no DATABASE_URL in their environment, so they use the embedded database
  it('lead from an empty folder to an instance that is checked, backed up and restored', () => {
    expect(ofCli.length).toBeGreaterThan(6);
    for (const command of ofCli)
      runs(
        command,
        / restore .*--identity/.test(command) && !command.includes('--check')
          ? 'restored'
          : 'first',
      );
    expect(runs(`${CLI} check`, 'restored')).toContain('are as they were written');
  }, 300_000);

  const OF_VERSION = /^(sha256sum|ssh-keygen) /;
  itWith('ssh-keygen')('check the files of a version, and who signed them', () => {
    const [key, version] = [path.join(folder, 'release-key'), path.join(folder, 'version')];
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key]);
    execFileSync(process.execPath, ['tools/release-files.mjs', version], {
      ...{ cwd: root, stdio: 'ignore', env: { ...process.env, RELEASE_KEY: key } },
    });
    writeFileSync(path.join(version, 'signers'), `qadam ${readFileSync(`${key}.pub`, 'utf8')}`);
    const told = rest.filter((command) => OF_VERSION.test(command));
    expect(told).toHaveLength(2);
    for (const command of told)
      execFileSync('/bin/sh', ['-c', command], { cwd: version, stdio: 'ignore' });
  });

  const UNITS = 'systemd-analyze verify';
  itWith('systemd-analyze')('find the units of systemd sound', () => {
    expect(rest).toContain(UNITS);
    const units = globSync('operations/*.{service,timer}', { cwd: root });
    expect(units.length).toBeGreaterThan(2);
    execFileSync('/bin/sh', ['-c', `${UNITS} ${units.join(' ')}`], { cwd: root });
  });

  it('are each run by a test, or named among those that none runs', () => {
    const others = rest.filter(
      (command) => !ofCli.includes(command) && !OF_VERSION.test(command) && command !== UNITS,
    );
    expect(others.filter((command) => !(command in ELSEWHERE))).toEqual([]);
    for (const command of others) {
      const { file = '', as = '' } = ELSEWHERE[command] ?? {};
      expect(read(file)).toContain(as);
    }
    expect(commands.length).toBeGreaterThan(15);
    expect([...UNRUN].filter((command) => !commandsOf(told).includes(command))).toEqual([]);
  });
});

describe('the files of operations/', () => {
  const variables = new Set(
    [...DOCUMENT.matchAll(/^\| (`[A-Z_`, ]+`) +\|/gm)].flatMap(([, names = '']) =>
      [...names.matchAll(/[A-Z_]+/g)].map(([name]) => name),
    ),
  );

  it('set variables that the page explains', () => {
    const [, service = ''] = read('operations/compose.yaml').split(/^ {2}qadam:$/m);
    const [ofQadam = ''] = service.split(/^ {2}\w+:$/m);
    const set = [
      ...ofQadam.matchAll(/^ {6}([A-Z_]+):/gm),
      ...read('operations/qadam.service').matchAll(/^Environment=([A-Z_]+)=/gm),
    ].map(([, name = '']) => name);
    expect(set.length).toBeGreaterThan(6);
    expect(set.filter((name) => !variables.has(name))).toEqual([]);
  });

  it('copy into the image what the build makes of what is here', () => {
    const copied = [
      ...read('operations/Containerfile').matchAll(/^COPY --from=build \/qadam\/(\S+)/gm),
    ].map(([, from = '']) => from.replace(/\/dist$/, ''));
    expect(copied.length).toBeGreaterThan(8);
    expect(copied.filter((from) => !existsSync(path.join(root, from)))).toEqual([]);
  });
});
