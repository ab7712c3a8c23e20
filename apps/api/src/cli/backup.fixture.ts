import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, jest } from '@jest/globals';
import { oneLogin } from '../config/databases.ts';
import { readEnv } from '../config/env.ts';
import { query } from '../database/query.fixture.ts';
import { backupCommand, restoreCommand } from './backup-command.ts';

/** Collects what the commands print in a test, and makes a folder for the files that the suite writes. */
export function commandsOfBackups(): { printed: string[]; inFolder: (name: string) => string } {
  const printed: string[] = [];
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'qadam-backup-'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  beforeEach(() => {
    printed.length = 0;
    jest.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });
  return { printed, inFolder: (name) => path.join(folder, name) };
}

export const backup = (url: string, ...args: string[]): Promise<void> =>
  backupCommand(() => Promise.resolve(oneLogin(url)), args);
export const restore = (url: string, ...args: string[]): Promise<void> =>
  restoreCommand(() => Promise.resolve(oneLogin(url)), args, readEnv({}));

export const addArea = (url: string, code: string, name: string): Promise<object[]> =>
  query(
    url,
    `insert into work.area (code, kind, time_zone, names, position) values ('${code}', 'COUNTRY', 'Asia/Almaty', '{"en": "${name}"}', 1)`,
  );
