import type { Texts } from '../../graphql/local-text.type.ts';
import type { Content } from '../observations/observation.entity.ts';
import { OWN_LICENCE } from '../publication/own-licence.ts';
import { foldName } from './fold-name.ts';

/** The texts that our own exports put beside a saved value. When such a file is read back, they are not new information. */
export interface OwnWords {
  /** The named source of the value. */
  named: { publisher: string; title: string; year: number | null; licence: string } | null;
  /** The note of the method. */
  note: Texts | null;
  /** Names of the reporting body. */
  body: Texts | null;
}

type Saved = Pick<Content, 'sourceText' | 'comment'> & OwnWords;

const line = (...parts: (string | number | null)[]) =>
  [...new Set(parts.filter((part) => part !== null))].join('. ');

/** The source that the file gives; if it is only how our own exports name the saved source, the saved text. */
export function givenSource(
  text: string,
  saved: Saved | null,
  bodies: readonly string[],
): string | null {
  if (saved === null || !isOneOf(text, sourcesOf(saved, bodies))) return text || null;
  return saved.sourceText;
}

/** The same for the comment. Our SDMX exports put the method note into the comment, and our DHIS2 exports the source with its licence. */
export function givenComment(text: string, saved: Saved | null): string | null {
  if (saved === null) return text || null;
  const { note, comment } = saved;
  return isLicensed(text, saved) || isOneOf(text, Object.values(note ?? {}))
    ? comment
    : text || null;
}

/** Does the text end with the source and its licence in brackets, as in our DHIS2 exports? */
function isLicensed(text: string, { named, body, sourceText }: Saved): boolean {
  const sources =
    named === null
      ? Object.values(body ?? {}).map((name) => `${line(name, sourceText)} (${OWN_LICENCE})`)
      : [`${line(named.publisher, named.title, named.year)} (${named.licence})`];
  return sources.some((source) => foldName(text).endsWith(foldName(source)));
}

function sourcesOf({ named, body, sourceText }: Saved, bodies: readonly string[]): string[] {
  const ofBodies = [...bodies, ...Object.values(body ?? {})].flatMap((name) => [
    name,
    line(name, sourceText),
  ]);
  if (named === null) return ofBodies;
  return [...ofBodies, named.title, line(named.publisher, named.title, named.year)];
}

const isOneOf = (text: string, known: readonly string[]): boolean =>
  text !== '' && known.some((one) => foldName(one) === foldName(text));
