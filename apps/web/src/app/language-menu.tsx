import { useRouteContext, useRouter, useRouterState } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNames, languages, languageTag } from '@qadam/i18n';
import { canonicalPath } from './canonical-path.ts';
import { HeaderMenu } from './header-menu.tsx';

/** Each language is another document: plain links load it in full, so that <html lang>, texts and data start afresh. Opens without JavaScript. */
export function LanguageMenu() {
  const { lang } = useRouteContext({ from: '__root__' });
  const { t } = useTranslation();
  const menu = useRef<HTMLDetailsElement>(null);
  const router = useRouter();
  // the links have only the parts of the address that the server knows too: otherwise hydration would find a difference
  const href = useRouterState({
    select: ({ location }) => canonicalPath(router, location.href) ?? `/${lang}`,
  });
  return (
    <HeaderMenu menu={menu}>
      <summary>
        <span className="visually-hidden">{t('nav.language')}: </span>
        {languageNames[lang]}
      </summary>
      <ul>
        {languages.map((language) => (
          <li key={language}>
            <a
              href={href.replace(/^\/[^/?#]*/, `/${language}`)}
              lang={languageTag(language)}
              hrefLang={languageTag(language)}
              aria-current={language === lang ? 'true' : undefined}
            >
              {languageNames[language]}
            </a>
          </li>
        ))}
      </ul>
    </HeaderMenu>
  );
}
