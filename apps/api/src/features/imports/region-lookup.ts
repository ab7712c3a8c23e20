import type { InferEntity } from '@mikro-orm/core';
import { normaliseCode, regionCodes } from '@qadam/domain';
import type { Region as RegionRow } from '../countries/area.entity.ts';
import { foldName } from './fold-name.ts';
import { remembered } from './remembered.ts';
import { identifier } from '../../standards/dhis2.ts';

export type Region = Pick<InferEntity<typeof RegionRow>, 'area' | 'code' | 'names'>;

export interface FoundCode {
  code: string;
  warning: string | null;
}

export type FindRegion = (text: string) => FoundCode | null;

/** The regions of a country as files write them: by ISO, by the codes of its national office, by name in any language. */
export function regionLookup(regions: readonly Region[]): FindRegion {
  const byCode = new Map(
    regions.flatMap(({ code }) => regionCodes(code).map((known) => [known, code] as const)),
  );
  const byName = new Map(
    regions.flatMap(({ code, names }) =>
      Object.values(names).map((name) => [foldName(name), code] as const),
    ),
  );
  const codelist = [...byCode.keys()];
  const byUnit = new Map(regions.map(({ code }) => [identifier('organisationUnit', code), code]));
  return remembered((text) => {
    const unit = byUnit.get(text);
    if (unit !== undefined) return { code: unit, warning: null };
    // the classifications group their digits: 41702 000 000 00 0
    const written = /^[\d\s]+$/.test(text) ? text.replace(/\s/g, '') : text;
    const named = byName.get(foldName(text));
    if (named !== undefined) return { code: named, warning: null };
    const { code, warnings } = normaliseCode({ text: written, codelist });
    const iso = byCode.get(code ?? '');
    return iso === undefined ? null : { code: iso, warning: warnings[0] ?? null };
  });
}
