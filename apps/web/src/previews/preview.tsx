import { RouterContextProvider } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import type { AppContext } from '../app/context.ts';
import { releaseOf } from '../app/release-of.ts';
import type { AppRouter } from '../app/router.tsx';
import { keep } from '../app/search.ts';
import type { IndicatorData } from '../features/indicators/indicator-data.ts';
import { IndicatorPreview } from './indicator-preview.tsx';
import { plainDrawing, type PlainDrawing } from './plain-drawing.ts';

/** What a picture of a page is made of: what messengers and networks show beside a link. */
export interface Preview {
  site: string;
  tagline: string;
  title: string;
  sentence: string;
  /** The release it was made from; empty where the page has none. */
  note: string;
  drawing: PlainDrawing | null;
}

type Match = AppRouter['state']['matches'][number];

/** Of a loaded page, by the title and the sentence that its head names. */
export function previewOf(router: AppRouter, context: AppContext): Preview | null {
  const match = router.state.matches.at(-1);
  const title = match && tagOf(match, 'og:title');
  if (!match || title === undefined) return null;
  const { t } = context.i18n;
  const site = t('site.name');
  const number = releaseOf(match)?.number;
  return {
    site,
    tagline: t('site.tagline'),
    title: title.replace(` · ${site}`, ''),
    sentence: tagOf(match, 'og:description') ?? '',
    note: number === undefined ? '' : t('releases.one', { number }),
    drawing: drawn(
      <RouterContextProvider router={router}>
        <I18nextProvider i18n={context.i18n}>{drawingOf(match)}</I18nextProvider>
      </RouterContextProvider>,
    ),
  };
}

/** Pages that have something to draw. */
function drawingOf(match: Match): ReactNode {
  if (match.routeId !== '/$lang/indicators/$code') return null;
  const data = match.loaderData as IndicatorData;
  return <IndicatorPreview data={data} search={keep('indicator', match.search)} />;
}

function drawn(element: ReactNode): PlainDrawing | null {
  const markup = renderToStaticMarkup(element);
  return markup === '' ? null : plainDrawing(markup);
}

function tagOf({ meta }: Match, property: string): string | undefined {
  const tag = meta?.find((one) => one?.property === property);
  return typeof tag?.content === 'string' ? tag.content : undefined;
}
