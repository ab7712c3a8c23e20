import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = path.join(import.meta.dirname, '../../../..');
const WEAK = {
  yazl: [
    {
      ...{ id: 1, url: 'https://advisories.example/1', title: 'A weakness', severity: 'high' },
      ...{ vulnerable_versions: '*', cwe: [], cvss: { score: 0, vectorString: null } },
    },
  ],
};

/** The tool beside a registry whose list of weaknesses is this. */
async function audit(status: number, list: object): Promise<{ code: unknown; told: string }> {
  const registry = createServer((request, response) => {
    const isList = request.url?.endsWith('/advisories/bulk') ?? false;
    response.writeHead(isList ? status : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(isList ? list : {}));
  });
  registry.listen(0, '127.0.0.1');
  await once(registry, 'listening');
  const { port } = registry.address() as AddressInfo;
  try {
    return await new Promise((resolve) => {
      execFile(
        process.execPath,
        ['tools/audit.mjs', `--registry=http://127.0.0.1:${String(port)}`],
        { cwd: root },
        (error, stdout, stderr) => {
          resolve({ code: error?.code ?? 0, told: stdout + stderr });
        },
      );
    });
  } finally {
    registry.close();
  }
}

describe('the audit of the packages that run', () => {
  it.each([
    ['fails where the list names one of them', 200, WEAK, 1, 'yazl: high: A weakness'],
    ['is content where it names none', 200, {}, 0, 'No package that runs has a known weakness'],
    ['says so where there is no list', 404, {}, 0, 'NOT AUDITED'],
    ['fails where the list cannot be given', 500, {}, 1, 'npm audit failed'],
  ])(
    '%s',
    async (_what, status, list, code, words) => {
      const answer = await audit(status, list);
      expect([answer.code, answer.told]).toEqual([code, expect.stringContaining(words)]);
    },
    60_000,
  );
});
