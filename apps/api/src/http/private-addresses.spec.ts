import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { startTestApp, type TestApp } from '../testing/harness.ts';
import { isOpen } from './public-reads.ts';
import { isPrivate } from './request-hooks.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo' });
}, 120_000);
afterAll(() => test.stop());

const pathOf = (target: object): string =>
  String(Reflect.getMetadata(PATH_METADATA, target)).replace(/^\/$/, '');

/** The address of every handler of every controller, such as `/imports/:job`. */
function addresses(): string[] {
  const modules = [...test.app.get(ModulesContainer).values()];
  const controllers = new Set(
    modules.flatMap((module) => [...module.controllers.values()].map(({ metatype }) => metatype)),
  );
  return [...controllers].flatMap((controller) => {
    if (controller === null || typeof controller !== 'function') return [];
    const handlers = Object.getOwnPropertyDescriptors(controller.prototype as object);
    return Object.values(handlers)
      .map(({ value }: { value?: unknown }) => value)
      .filter((value) => typeof value === 'function')
      .filter((handler) => Reflect.hasMetadata(METHOD_METADATA, handler))
      .map((handler) => ['', pathOf(controller), pathOf(handler)].join('/').replaceAll(/\/+/g, '/'))
      .map((address) => address.replace(/(?<=.)\/$/, ''));
  });
}

it('all that is not released data or a form for everybody is kept by nobody', () => {
  const found = addresses();
  expect(found).toContain('/imports/:job');
  expect(found.length).toBeGreaterThan(50);
  const forReaders = (address: string) => isOpen(`${address}/`) || address.startsWith('/:lang/');
  expect(found.filter((address) => !forReaders(address) && !isPrivate(address))).toEqual([]);
});

it.each([
  '/auth/demo-accounts',
  '/auth/me',
  '/auth/second-factor',
  '/auth/sign-in',
  '/framework.json',
  '/health/live',
  '/health/ready',
  '/templates/KGZ/2025.xlsx',
  '/work/audit.csv',
])('%s is answered, and kept by nobody', async (url) => {
  const cookie = await test.cookie(
    url.startsWith('/work/') ? 'admin@demo.example' : 'officer@demo.example',
  );
  const { statusCode, headers } = await test.http({ url, headers: { cookie } });
  expect([statusCode, headers['cache-control']]).toEqual([200, 'no-store']);
});
