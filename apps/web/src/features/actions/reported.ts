import type { ActionPageData } from './action-page.types.ts';

export type ActionIndicator = ActionPageData['indicators'][number];
export type ActionSeries = ActionIndicator['series'][number];

/** Something is known of it in some area, if only that it is hidden. */
export const isReported = ({ series }: Pick<ActionIndicator, 'series'>): boolean =>
  series.some(isKnown);

export const isKnown = ({ cell, points }: ActionSeries): boolean =>
  cell.latestYear !== null || isHidden({ points });

/** The newest year is hidden: no older one takes its place. */
export const isHidden = ({ points }: Pick<ActionSeries, 'points'>): boolean =>
  points.at(-1)?.status === 'Q';
