import { eachPlainField } from '@qadam/domain';
import { pickText, type Texts } from '../../../graphql/local-text.type.ts';
import { citationOf, type ExportContext } from '../export-format.ts';
import { OWN_LICENCE } from '../../publication/own-licence.ts';

/** What a file says about itself besides its rows: content, release, citation, what is hidden. */
export function fileFacts(context: ExportContext) {
  const { release, lang, contents, t, origin } = context;
  const page = `${origin}/${lang}/releases/${release.number}`;
  const { rows, hidden } = contents;
  const licences = [...contents.sources.values()].map(({ licence }) => licence);
  return {
    title: t('title', { number: release.number }),
    about: t('about'),
    release: release.number,
    releasedAt: release.publishedAt,
    asOfYear: release.asOfYear,
    methodVersion: release.methodVersion,
    contentHash: release.contentHash,
    note: release.note.text,
    citation: citationOf(context, page),
    page,
    rows,
    hidden,
    hiddenNote: hidden === 0 ? null : t('hiddenCells', { count: hidden }),
    licenceNote: t('licenceNote'),
    licences: [...new Set([OWN_LICENCE, ...licences])].sort(),
  };
}

export const licencesLine = ({ licenceNote, licences }: ReturnType<typeof fileFacts>): string =>
  `${licenceNote} ${licences.join(' · ')}`;

/** The indicators of a file with the number of their rows, named in the language of the file. */
export function indicatorFacts({ contents, lang }: ExportContext) {
  const inLanguage = (texts: Texts) => pickText(texts, lang).text;
  return [...contents.indicators.values()]
    .filter(({ rows }) => rows > 0)
    .map((indicator) => ({
      code: indicator.code,
      name: inLanguage(indicator.name),
      definition: inLanguage(indicator.definition),
      kind: indicator.kind,
      unit: indicator.unit,
      unitName: inLanguage(indicator.unitText),
      direction: indicator.direction,
      valueType: indicator.valueType,
      elements: indicator.elements.map(({ name, definition, ...element }) => ({
        ...element,
        name: inLanguage(name),
        definition: inLanguage(definition),
      })),
      ...eachPlainField((name) => indicator[name]),
      sensitive: indicator.sensitive,
      rows: indicator.rows,
      hidden: indicator.hidden,
    }));
}
