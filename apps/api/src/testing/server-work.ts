import { asServer } from '../database/standing.ts';
import type { TestApp } from './harness.ts';

/** Calls a service as the server's own jobs do: outside a request it would run as nobody, and see no row of any country. */
export function serverWork<T extends object>(
  { app }: Pick<TestApp, 'app'>,
  service: abstract new (...args: never[]) => T,
): T {
  return new Proxy(app.get<unknown, T>(service, { strict: false }), {
    get: (target, name) => {
      const found: unknown = Reflect.get(target, name, target);
      return typeof found === 'function'
        ? (...args: unknown[]): unknown =>
            asServer((): unknown => Reflect.apply(found, target, args))
        : found;
    },
  });
}
