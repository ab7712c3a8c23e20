import { RouterContextProvider } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import type { AppContext } from '../app/context.ts';
import type { AppRouter } from '../app/router.tsx';
import { keep } from '../app/search.ts';
import type { ActionPageData } from '../features/actions/narrow.ts';
import type { ScorecardData } from '../features/scorecard/steps.ts';
import type { IndicatorData } from '../features/indicators/indicator-data.ts';
import { IndicatorPreview } from './indicator-preview.tsx';
import { ActionPreview } from './action-preview.tsx';
import { OverviewPreview } from './overview-preview.tsx';
import { plainDrawing, unescaped, type PlainDrawing } from './plain-drawing.ts';
import { releaseOf } from '../app/described.ts';

/** What the picture of a page consists of: messengers and networks show it beside a link. */
export interface Preview {
  site: string;
  tagline: string;
  title: string;
  sentence: string;
  /** The release from which it was made; empty if the page has none. */
  note: string;
  drawing: PlainDrawing | null;
}

type Match = AppRouter['state']['matches'][number];

/** The preview of a loaded page: the title and sentence from its head, or those that its own drawing brings along. */
export function previewOf(router: AppRouter, context: AppContext): Preview | null {
  const match = router.state.matches.at(-1);
  const title = match && tagOf(match, 'og:title');
  if (!match || title === undefined) return null;
  const { t } = context.i18n;
  const site = t('site.name');
  const number = releaseOf(match)?.number;
  const own = renderToStaticMarkup(
    <RouterContextProvider router={router}>
      <I18nextProvider i18n={context.i18n}>{ownOf(match)}</I18nextProvider>
    </RouterContextProvider>,
  );
  return {
    site,
    tagline: t('site.tagline'),
    title: textOf(own, 'h1') ?? title.replace(` · ${site}`, ''),
    sentence: textOf(own, 'p') ?? tagOf(match, 'og:description') ?? '',
    note: number === undefined ? '' : t('releases.one', { number }),
    drawing: own.includes('<svg') ? plainDrawing(own) : null,
  };
}

/** The own title, sentence and drawing of pages with figures. */
function ownOf({ routeId, loaderData, search }: Match): ReactNode {
  if (loaderData === null) return null; // nothing has been published yet
  switch (routeId) {
    case '/$lang/':
      return <OverviewPreview data={loaderData as ScorecardData} />;
    case '/$lang/actions/$code':
      return <ActionPreview data={loaderData as ActionPageData} />;
    case '/$lang/indicators/$code':
      return (
        <IndicatorPreview data={loaderData as IndicatorData} search={keep('indicator', search)} />
      );
    default:
      return null;
  }
}

function textOf(markup: string, element: 'h1' | 'p'): string | undefined {
  const [, text = ''] = new RegExp(`<${element}>([^<]*)</${element}>`).exec(markup) ?? [];
  return text === '' ? undefined : unescaped(text);
}

function tagOf({ meta }: Match, property: string): string | undefined {
  const tag = meta?.find((one) => one?.property === property);
  return typeof tag?.content === 'string' ? tag.content : undefined;
}
