import { useRouteContext } from '@tanstack/react-router';
import { languageTag } from '@qadam/i18n';
import type { LocalTextFragment } from './local-text.generated.ts';

/** A text of the framework. If it fell back to another language, it is marked with that language for screen readers and hyphenation. */
export function LocalText({ of }: { of: LocalTextFragment }) {
  const { lang } = useRouteContext({ from: '__root__' });
  if (of.lang === lang) return of.text;
  return <span lang={languageTag(of.lang)}>{of.text}</span>;
}
