import { AGENCY } from './cube.ts';
import { SdmxError } from './sdmx-error.ts';

/** An address below /sdmx, read as it was sent: a plus in it means “and”, not a space. */
export interface Address {
  segments: string[];
  query: ReadonlyMap<string, string>;
}

export function readAddress(url: string): Address {
  const [path = '', search = ''] = url.split('?', 2);
  const query = new Map<string, string>();
  for (const pair of search.split('&').filter((text) => text !== '')) {
    const at = pair.indexOf('=');
    const name = decode(at === -1 ? pair : pair.slice(0, at));
    if (query.has(name)) throw new SdmxError('SYNTAX', `${name} is given twice.`);
    query.set(name, at === -1 ? '' : decode(pair.slice(at + 1)));
  }
  return {
    segments: path
      .split('/')
      .slice(2)
      .map(decode)
      .filter((segment, at, all) => segment !== '' || at < all.length - 1),
    query,
  };
}

/** A space was a plus before a form encoded it, so it becomes one again. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text).replaceAll(' ', '+');
  } catch {
    throw new SdmxError('SYNTAX', 'The address is not encoded as an address is.');
  }
}

/** Unknown parameters are refused: otherwise a misspelt filter would answer with everything. */
export function refuseOthers(query: Address['query'], known: readonly string[]): void {
  for (const name of query.keys()) {
    if (
      known.includes(name) ||
      name === 'format' ||
      (known.includes('c') && /^c\[\w+\]$/.test(name))
    )
      continue;
    throw new SdmxError(
      'SYNTAX',
      `There is no parameter ${name.slice(0, 40)} here; known are ${known.join(', ')}.`,
    );
  }
}

/** Does the requested version include ours, 1.0.0? `+` and `~` after a part mean that version or any later one. */
export function meansOurVersion(asked: string): boolean {
  return asked
    .split(',')
    .some(
      (one) =>
        ['', '*', 'all', 'latest', '+', '~'].includes(one.toLowerCase()) ||
        /^1[+~]?(\.0[+~]?){0,2}$/.test(one),
    );
}

/** Does a list of ids name this one? */
export function names(asked: string, id: string): boolean {
  return asked
    .split(/[,+]/)
    .some((one) => ['', '*', 'all'].includes(one.toLowerCase()) || one === id);
}

/**
 * The id in a reference to a flow as version 1 writes it: `QADAM,DF_INDICATORS,1.0.0` or the id alone. Null if the agency or the version is not ours.
 */
export function flowOf(asked: string): string | null {
  const parts = asked.split(',');
  const [agency = '', id = '', version = 'latest'] = parts.length === 1 ? ['all', asked] : parts;
  return names(agency, AGENCY) && meansOurVersion(version) ? id : null;
}
