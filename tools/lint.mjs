// Runs every check of the code, in two rows side by side, the cheapest first. The first failure ends the run.
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { ESLint } from 'eslint';
import ts from 'typescript';

const root = path.join(import.meta.dirname, '..');
const OUTPUT = ['node_modules', 'dist', 'out-tsc', 'test-results', '.nx', '.cache', '.data'];
const bin = (name) => path.join(root, 'node_modules/.bin', name);

/** Runs a command and prints its output only when it has ended, because others may run at the same time. */
async function run(title, command, args) {
  const ended = promisify(execFile)(command, args, { cwd: root, maxBuffer: Infinity });
  const { stdout, stderr, code = 0 } = await ended.catch((error) => error);
  console.log(`\n— ${title}\n${stdout}${stderr}`);
  if (code === 0) return;
  console.error(`FAILED: ${title}`);
  process.exit(1);
}

/** Two rows side by side. Checks that use several threads are in the first row; nothing there writes what the second row reads. */
await Promise.all([
  (async () => {
    // several projects are compiled at once already: more than one checker in a project would only infer the same types again
    await run('types, specs included', process.execPath, [
      'node_modules/typescript-native/bin/tsc',
      ...['-b', '--checkers', '1'],
    ]);
    // after the types, because it needs the compiled api
    await run('generated files', process.execPath, ['tools/generate.mjs', '--check']);
    await run('oxlint: rules that need types', bin('oxlint'), []);
  })(),
  (async () => {
    checkSubjects();
    checkProjects();
    await run('citations of the design', process.execPath, ['tools/check-citations.mjs']);
    await run('names in the glossary', process.execPath, ['tools/check-glossary.mjs']);
    await run('list of dependencies', process.execPath, ['tools/check-dependencies.mjs']);
    await run('format', bin('prettier'), ['--check', '--log-level', 'warn', '.']);
    const crossing = ['apps', 'libs', '--config', '.dependency-cruiser.cjs'];
    await run('dependency-cruiser', bin('depcruise'), crossing);
    await run('knip: what nothing uses', bin('knip'), []);
    await run('knip: what only specs use', bin('knip'), ['--production']);
    // Without a cached project graph the boundary rule only warns and lets everything pass: make the graph, then prove that the rule works.
    await run('project graph', bin('nx'), ['show', 'projects']);
    await proveBoundaries();
    await run('eslint, graphql-eslint', bin('eslint'), ['.', '--max-warnings', '0']);
  })(),
]);
console.log('\nlint: all passed');

/** Checks the subjects of the newest commits, also in a shallow or detached clone; an unpacked archive has no commits. */
function checkSubjects() {
  console.log('\n— commit subjects');
  if (!existsSync(path.join(root, '.git'))) return;
  const log = execFileSync('git', ['log', '-50', '--format=%s'], { cwd: root, encoding: 'utf8' });
  const long = log.split('\n').filter((subject) => subject.length > 72);
  if (long.length > 0) throw new Error(`Longer than 72 characters:\n${long.join('\n')}`);
}

/** Checks that every TypeScript file is in a project: otherwise nothing compiles it, and oxlint would guess its options. */
function checkProjects() {
  console.log('\n— each file of TypeScript has its project');
  const read = (file) => ts.getParsedCommandLineOfConfigFile(file, {}, ts.sys);
  const { projectReferences } = read(path.join(root, 'tsconfig.json'));
  const included = new Set(
    projectReferences
      .flatMap((one) => read(ts.resolveProjectReferencePath(one)).fileNames)
      .map(path.normalize),
  );
  const lost = globSync('**/*.{ts,tsx}', {
    cwd: root,
    exclude: (name) => OUTPUT.includes(path.basename(name)),
  }).filter((file) => !included.has(path.join(root, file)));
  if (lost.length > 0) throw new Error(`In no project of tsconfig.json:\n${lost.join('\n')}`);
}

async function proveBoundaries() {
  console.log('\n— Nx boundaries bite');
  const { boundaries } = await import('../eslint.boundaries.mjs');
  const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: [boundaries] });
  for (const [file, code] of [
    ['libs/domain/src/forbidden.ts', "import '@qadam/i18n';"],
    ['libs/i18n/src/forbidden.ts', "import '@qadam/domain';"],
    ['apps/web/src/forbidden.ts', "import '@nestjs/common';"],
    ['apps/web/src/forbidden.ts', "import '../../api/src/main.ts';"],
    ['libs/domain/src/forbidden.ts', "import '@nestjs/common';"],
  ]) {
    const [result] = await eslint.lintText(code, { filePath: path.join(root, file) });
    const rules = result.messages.map((m) => m.ruleId);
    if (!rules.includes('@nx/enforce-module-boundaries')) {
      throw new Error(`The boundary rule let ${code} pass in ${file}: it did not run.`);
    }
  }
}
