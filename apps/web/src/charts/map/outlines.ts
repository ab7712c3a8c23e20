import type { Outline } from './map.model.ts';
import drawn from './regions.json' with { type: 'json' };

const outlines: Readonly<Record<string, Outline>> = drawn;

/** Of a country whose regions were drawn (tools/region-outlines.mjs). */
export const outlineOf = (area: string): Outline | undefined => outlines[area];
