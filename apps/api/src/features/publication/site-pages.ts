import { languages, translator, type Namespace, type TextKey } from '@qadam/i18n';
import type { Texts } from '../../graphql/local-text.type.ts';

interface SitePage {
  /** Address below the language. */
  path: string;
  title: Texts;
  description: Texts;
}

let kept: Promise<SitePage[]> | undefined;

/** Pages beside the figures, by the titles and descriptions they have in the catalogs: the same in every release. */
export const sitePages = (): Promise<SitePage[]> => (kept ??= readAll());

const readAll = (): Promise<SitePage[]> =>
  Promise.all([
    page('countries', 'public', 'countries.title', 'countries.description'),
    page('about', 'site', 'about.title', 'about.description'),
    page('indicators', 'site', 'indicators.title', 'indicators.description'),
    page('about/methods', 'about', 'methods.title', 'methods.description'),
    page('quality', 'about', 'quality.title', 'quality.description'),
    page('data', 'about', 'data.title', 'data.description'),
    page('about/api', 'about', 'api.title', 'api.description'),
    page('releases', 'public', 'releases.title', 'releases.description'),
    page('changes', 'public', 'changes.title', 'changes.description'),
    page('compare', 'compare', 'title', 'description'),
    page('about/glossary', 'site', 'glossary.title', 'glossary.description'),
    page('about/news', 'site', 'news.title', 'news.description'),
    page('about/report', 'site', 'report.title', 'report.description'),
    page('help', 'public', 'help.title', 'help.description'),
    page('about/licences', 'about', 'licences.title', 'licences.description'),
    page('about/accessibility', 'about', 'accessibility.title', 'accessibility.description'),
    page('about/privacy', 'about', 'privacy.title', 'privacy.description'),
  ]);

async function page<N extends Namespace>(
  path: string,
  catalog: N,
  title: TextKey<N>,
  description: TextKey<N>,
): Promise<SitePage> {
  const texts = async (key: TextKey<N>): Promise<Texts> =>
    Object.fromEntries(
      await Promise.all(
        languages.map(async (lang) => [lang, (await translator(lang, catalog))(key)] as const),
      ),
    );
  return { path, title: await texts(title), description: await texts(description) };
}
