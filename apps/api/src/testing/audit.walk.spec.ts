import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const TOOL = path.join(import.meta.dirname, '../../../../tools/audit.mjs');

describe('the audit of the packages that run', () => {
  let registry: Server | undefined;
  let cache: string;
  // a new cache for each test, because npm remembers the answers of a registry
  beforeEach(async () => {
    cache = await mkdtemp(path.join(tmpdir(), 'qadam-npm-'));
  });
  afterEach(async () => {
    registry?.close();
    registry?.closeAllConnections();
    await rm(cache, { recursive: true });
  });

  /** Runs the audit against a registry that answers with this list of weaknesses, or with this status. */
  async function audit(list: object | number): Promise<{ code: number; said: string }> {
    registry = createServer((request, response) => {
      request.resume();
      const hasList = typeof list === 'object';
      const isAsked = request.url === '/-/npm/v1/security/advisories/bulk' && hasList;
      response.writeHead(isAsked ? 200 : hasList ? 405 : list, {
        'content-type': 'application/json',
      });
      response.end(isAsked ? JSON.stringify(list) : '{}');
    }).listen(0, '127.0.0.1');
    await once(registry, 'listening');
    const { port } = registry.address() as AddressInfo;
    const options = [`--registry=http://127.0.0.1:${String(port)}/`, `--cache=${cache}`];
    return new Promise((done) => {
      execFile(process.execPath, [TOOL, ...options], (error, stdout, stderr) => {
        done({ code: error ? Number(error.code) : 0, said: stdout + stderr });
      });
    });
  }
  const weakness = (severity: string) => ({
    yauzl: [
      {
        ...{ id: 1, url: 'https://advisories.example/1', title: 'It opens too much', severity },
        ...{ vulnerable_versions: '*', cwe: [], cvss: { score: 0, vectorString: null } },
      },
    ],
  });

  it('fails where the list names one of them', async () => {
    const { code, said } = await audit(weakness('high'));
    expect(said).toContain('yauzl: high: It opens too much');
    expect(code).toBe(1);
  }, 60_000);

  it.each([{}, weakness('low')])(
    'passes where it names none, or one of little weight',
    async (list) => {
      const { code, said } = await audit(list);
      expect([code, said]).toEqual([0, expect.stringContaining('No package that runs')]);
    },
    60_000,
  );

  it.each([404, 405])(
    'says that nothing was audited where there is no list (%i)',
    async (status) => {
      const { code, said } = await audit(status);
      expect([code, said]).toEqual([0, expect.stringContaining('NOT AUDITED')]);
    },
    60_000,
  );

  it.each([403, 500])(
    'fails where a list is refused (%i)',
    async (status) => {
      const { code, said } = await audit(status);
      expect([code, said]).toEqual([1, expect.stringContaining('npm audit failed')]);
    },
    60_000,
  );
});
