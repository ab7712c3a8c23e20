import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The links to this page, as paths, in the mails that a server of the journeys has printed; the oldest comes first. */
export function linksPrinted(server: string, page: string): string[] {
  const printed = readFileSync(
    path.join(process.env['E2E_DATA_DIR'] ?? '', `${server}.log`),
    'utf8',
  );
  return [...printed.matchAll(/https?:\/\/\S+/g)]
    .map(([address]) => new URL(address))
    .filter(({ pathname }) => pathname.endsWith(page))
    .map(({ pathname, hash }) => `${pathname}${hash}`);
}
