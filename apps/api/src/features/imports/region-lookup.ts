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

/** KG05, KG41705 and KZONT: the letters of the country and a unit of it, even one that we do not know. */
export const isUnitOf = (iso2: string | null | undefined, text: string): boolean =>
  iso2 != null && text.startsWith(iso2) && /\d|^[A-Z]{4,6}$/.test(text);

const KINDS = [
  ['REGION', /^(?:область|обл|облысы|облусу|вилояти|вил|viloyati|vil|region|oblast|province)$/],
  ['CITY', /^(?:г|город|ш|шаары|шаҳри|қ|қаласы|shahri|sh|city)$/],
] as const;

/** A name without the word for what it is: “г.Шымкент”, “Бишкек ш.”, “Акмолинская”. */
function splitKind(name: string): { bare: string; kind: 'REGION' | 'CITY' | null } {
  const words = foldName(name).split(/[\s.]+/);
  const kindOf = (word: string) => KINDS.find(([, known]) => known.test(word))?.[0] ?? null;
  const bare = words.filter((word) => word !== '' && kindOf(word) === null).join(' ');
  return { bare, kind: words.map(kindOf).find((kind) => kind !== null) ?? null };
}

/**
 * Finds a region of a country however a file writes it: by ISO code, by the code of the national office, or by name in any
 * language, even without the word for region or city if it is clear which is meant.
 */
export function regionLookup(regions: readonly Region[]): FindRegion {
  const byCode = new Map(
    regions.flatMap(({ code }) => regionCodes(code).map((known) => [known, code] as const)),
  );
  const byName = new Map(
    regions.flatMap(({ code, names }) =>
      Object.values(names).map((name) => [foldName(name), code] as const),
    ),
  );
  const byBareName = Map.groupBy(
    regions.flatMap(({ code, names }) =>
      Object.values(names).map((name) => {
        const { bare, kind } = splitKind(name);
        return { code, bare, kind: kind ?? 'CITY' };
      }),
    ),
    ({ bare }) => bare,
  );
  function ofBareName(text: string): string | null {
    const { bare, kind } = splitKind(text);
    const same = byBareName.get(bare)?.filter((one) => kind === null || one.kind === kind);
    const codes = new Set(same?.map(({ code }) => code));
    return codes.size === 1 ? ([...codes][0] ?? null) : null;
  }
  const codelist = [...byCode.keys()];
  const byUnit = new Map(regions.map(({ code }) => [identifier('organisationUnit', code), code]));
  return remembered((text) => {
    const unit = byUnit.get(text);
    if (unit !== undefined) return { code: unit, warning: null };
    // national classifications write codes in groups of digits: 41702 000 000 00 0
    const written = /^[\d\s]+$/.test(text) ? text.replace(/\s/g, '') : text;
    const named = byName.get(foldName(text));
    if (named !== undefined) return { code: named, warning: null };
    const bare = ofBareName(text);
    if (bare !== null) return { code: bare, warning: null };
    const { code, warnings } = normaliseCode({ text: written, codelist });
    const iso = byCode.get(code ?? '');
    return iso === undefined ? null : { code: iso, warning: warnings[0] ?? null };
  });
}
