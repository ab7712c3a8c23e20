import type { IndicatorReader } from './indicator.reader.ts';

export type { DeskAxis } from './indicator.entity.ts';

/** What a desk needs to know about an indicator: to show it, to check a value, to compute a rate. */
export type DeskIndicator = Awaited<ReturnType<IndicatorReader['byCodes']>>[number];
