import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { readEnv } from '../config/env.ts';

const root = path.join(import.meta.dirname, '../../../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

interface Service {
  environment: Record<string, string>;
  volumes: string[];
  command?: string[];
}
const { services, volumes } = parse(read('operations/compose.yaml')) as {
  services: Record<'database' | 'qadam' | 'backup' | 'proxy', Service>;
  volumes: Record<string, null>;
};
/** As the container gets it, with a letter for each variable that qadam.env must have. */
const given = (text: string) =>
  text
    .replaceAll(/\$\{\w+:\?\}/g, 'x')
    .replaceAll(/\$\{\w+:-\}/g, '')
    .replaceAll('$$', '$');
/** Set by the image, of the backup, or of use only for a demonstration. */
const NOT_OF_QADAM = ['BACKUP_RECIPIENT', 'DATA_DIR', 'HOST', 'PORT', 'QADAM_DEMO', 'TMPDIR'];
const variablesOf = ({ environment }: Service) =>
  Object.fromEntries(Object.entries(environment).map(([name, text]) => [name, given(text)]));

describe('compose.yaml', () => {
  const logins = read('operations/logins.sh');

  it('makes the logins of the page, and gives each side its own', () => {
    const sql = /```sql\n(create role qadam_owner.*?)```/s.exec(read('docs/operations.md'))?.[1];
    const made = /<<'SQL'\n(.*)SQL/s.exec(logins)?.[1];
    expect(made?.replaceAll(/:'\w+'/g, "'…'")).toBe(sql);
    execFileSync('/bin/sh', ['-n'], { input: logins });
    for (const [, name = ''] of logins.matchAll(/\$([A-Z_]+)/g))
      expect(services.database.environment).toHaveProperty(name);
    const { database } = readEnv({
      ...variablesOf(services.qadam),
      SESSION_SECRET: 'x'.repeat(32),
    });
    const user = (url = '') => new URL(url).username;
    expect([database?.owner, database?.desks, database?.readers].map(user)).toEqual([
      'qadam_owner',
      'qadam_work',
      'qadam_site',
    ]);
  });

  it('hands every variable of the product to it, and only with what qadam.env gives them', () => {
    const page = [...read('docs/operations.md').matchAll(/^\| (`[A-Z_`, ]+`) +\|/gm)].flatMap(
      ([, names = '']) => [...names.matchAll(/[A-Z_]+/g)].map(([name]) => name),
    );
    const code = [...read('apps/api/src/config/env.ts').matchAll(/\b([A-Z][A-Z_]{3,}):\s/g)].map(
      ([, name = '']) => name,
    );
    const { environment } = services.qadam;
    const missing = [...page, ...code].filter((name) => !(name in environment));
    expect([...new Set(missing)].toSorted()).toEqual(NOT_OF_QADAM.toSorted());
    // a variable without a value has to count as absent
    expect(readEnv({ ...variablesOf(services.qadam), SESSION_SECRET: 'x'.repeat(32) })).toEqual({
      ...readEnv({
        ...Object.fromEntries(
          Object.entries(variablesOf(services.qadam)).filter(([, text]) => text !== ''),
        ),
        SESSION_SECRET: 'x'.repeat(32),
      }),
    });
  });

  it('keeps what only the operator has out of the image and of git', () => {
    for (const file of ['.dockerignore', '.gitignore']) {
      const ignored = read(file).split('\n');
      for (const name of ['.env', 'qadam.env', 'secrets.env', '*.key', '*.backup'])
        expect([name, `**/${name}`].some((one) => ignored.includes(one))).toBe(true);
      expect(
        ignored.filter((name) => ['.env.example', '*.env', '**/*.env'].includes(name)),
      ).toEqual([]);
    }
  });

  it('makes a backup every night, as systemd and Kubernetes do', () => {
    const { backup } = services;
    expect(readEnv(variablesOf(backup)).database?.owner).toContain('qadam_owner');
    const [shell = '', flag = '', loop = ''] = (backup.command ?? []).map(given);
    expect([shell, flag]).toEqual(['/bin/sh', '-c']);
    const command = /node apps\/api\/dist\/cli\.js backup "\/\w+(\/.*)/;
    const [, ofKubernetes = 'missing'] =
      command.exec(read('operations/kubernetes/qadam.yaml').replace('/backup/', '/data/')) ?? [];
    expect(loop).toContain(ofKubernetes);
    // the seconds that it waits for, at two moments of a day
    const waits = /while (sleep .*?); do/.exec(loop)?.[1] ?? '';
    for (const [now, seconds] of [
      ['02:00', 1801],
      ['02:30', 1],
      ['02:31', 86_341],
    ] as const) {
      const at = waits
        .replace('sleep', 'echo')
        .replace('$(date -d 02:30 +%s)', "$(date -ud '2026-12-01 02:30' +%s)")
        .replace('$(date +%s)', `$(date -ud '2026-12-01 ${now}' +%s)`);
      expect(Number(execFileSync(shell, [flag, at], { encoding: 'utf8' }))).toBe(seconds);
    }
  });

  it('keeps on a disk what is made, and names each volume', () => {
    expect(services.qadam.volumes).toContain('tmp:/tmp');
    // a new volume belongs to whom the folder of the image belongs to
    expect(services.backup.volumes).toEqual(['backup:/data']);
    expect(read('operations/Containerfile')).toContain('chown 1000:1000 /data');
    const used = Object.values(services)
      .flatMap((one) => one.volumes)
      .map((volume) => volume.split(':')[0] ?? '')
      .filter((name) => !name.startsWith('.'));
    expect(used.toSorted()).toEqual(Object.keys(volumes).toSorted());
  });
});
