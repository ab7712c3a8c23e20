import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Links to this page in the mails that the server of these journeys has printed, as paths; the first is the oldest. */
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
