import { languages } from '@qadam/i18n';
import { named, type MessageContext } from './message-context.ts';

/** The head of an SDMX-JSON message. A message of a release was prepared when the release was: the same bytes at every asking. */
export function meta(
  kind: 'data' | 'structure',
  context: Pick<MessageContext, 'release' | 'lang' | 'texts'>,
): object {
  const { release, lang, texts } = context;
  return {
    schema: `https://raw.githubusercontent.com/sdmx-twg/sdmx-json/v2.0.0/${kind}-message/tools/schemas/2.0.0/sdmx-json-${kind}-schema.json`,
    id: `QADAM-${kind.toUpperCase()}-${release.number.replace('.', '-')}`,
    test: false,
    prepared: release.publishedAt,
    contentLanguages: [lang, ...languages.filter((one) => one !== lang)],
    sender: { id: 'QADAM', ...named(texts.of('agency'), context) },
  };
}
