import { eachPlainField } from '@qadam/domain';
import { pickText } from '../../../graphql/local-text.type.ts';
import type { ExportContext } from '../export-format.ts';
import { OWN_LICENCE } from '../../publication/own-licence.ts';

/** What describes a file beside its rows: content, release, citation, what is hidden. */
export interface FileFacts {
  title: string;
  about: string;
  release: string;
  releasedAt: string;
  asOfYear: number;
  methodVersion: string;
  contentHash: string;
  note: string;
  citation: string;
  page: string;
  rows: number;
  hidden: number;
  hiddenNote: string | null;
  licenceNote: string;
  licences: string[];
}

export function fileFacts({ release, lang, contents, t, origin }: ExportContext): FileFacts {
  const page = `${origin}/${lang}/releases/${release.number}`;
  const { rows, hidden } = contents;
  return {
    title: t('title', { number: release.number }),
    about: t('about'),
    release: release.number,
    releasedAt: release.publishedAt,
    asOfYear: release.asOfYear,
    methodVersion: release.methodVersion,
    contentHash: release.contentHash,
    note: release.note.text,
    citation: t('citation', {
      number: release.number,
      date: release.publishedAt.slice(0, 10),
      url: page,
    }),
    page,
    rows,
    hidden,
    hiddenNote: hidden === 0 ? null : t('hiddenCells', { count: hidden }),
    licenceNote: t('licenceNote'),
    licences: [
      ...new Set([OWN_LICENCE, ...[...contents.sources.values()].map(({ licence }) => licence)]),
    ].sort(),
  };
}

/** The indicators of a file, in the language of the file, with how many rows each has there. */
export function indicatorFacts({ contents, lang }: ExportContext) {
  return [...contents.indicators.values()]
    .filter(({ rows }) => rows > 0)
    .map((indicator) => ({
      code: indicator.code,
      name: pickText(indicator.name, lang).text,
      definition: pickText(indicator.definition, lang).text,
      kind: indicator.kind,
      unit: indicator.unit,
      unitName: pickText(indicator.unitText, lang).text,
      direction: indicator.direction,
      valueType: indicator.valueType,
      elements: indicator.elements.map(({ name, definition, ...element }) => ({
        ...element,
        name: pickText(name, lang).text,
        definition: pickText(definition, lang).text,
      })),
      ...eachPlainField((name) => indicator[name]),
      sensitive: indicator.sensitive,
      rows: indicator.rows,
      hidden: indicator.hidden,
    }));
}
