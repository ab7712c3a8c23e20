import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { STEPS } from '../../http/traced.ts';

const root = path.join(import.meta.dirname, '../../../../..');

it('traces are not made, and their packages not read, where nobody asked for them', () => {
  expect(STEPS.hasSubscribers).toBe(false);
  const asked = `
    const { registerHooks } = await import('node:module');
    const read = [];
    registerHooks({ resolve: (name, context, next) => { const one = next(name, context); read.push(one.url); return one; } });
    await import('./apps/api/src/serve.ts');
    console.log(read.length + ' ' + read.filter((url) => /opentelemetry.(sdk|exporter|core|resources)/.test(url)).length);
    process.exit(0);`;
  const said = execFileSync(
    process.execPath,
    ['--import', './tools/run-sources.mjs', '--input-type=module', '-e', asked],
    { cwd: root, encoding: 'utf8' },
  );
  expect(said).toMatch(/^\d{3,} 0$/m);
}, 60_000);
