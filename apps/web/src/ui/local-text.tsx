import { getRouteApi } from '@tanstack/react-router';
import { languageTag } from '@qadam/i18n';
import type { LocalTextFragment } from './local-text.generated.ts';

const root = getRouteApi('__root__');

/** A text of the framework; where it fell back to another language, that language is marked for screen readers and hyphenation. */
export function LocalText({ of }: { of: LocalTextFragment }) {
  const { lang } = root.useRouteContext();
  if (of.lang === lang) return of.text;
  return <span lang={languageTag(of.lang)}>{of.text}</span>;
}
