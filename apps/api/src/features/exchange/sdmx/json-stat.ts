import type { Pages } from '../export-format.ts';
import type { Available } from './availability.ts';
import { type Observation } from './cube.ts';
import { best, codeName, conceptName, type MessageContext } from './message-context.ts';
import type { OpenRelease } from './sdmx.service.ts';
import { SdmxError } from './sdmx-error.ts';
import { sdmxId } from '../../../standards/sdmx-id.ts';

/** Readers lay out a cell for each place of the cube, filled or not. */
const MAX_PLACES = 2_000_000;

const ROLES = { time: 'TIME_PERIOD', geo: 'REF_AREA', metric: 'INDICATOR' } as const;

export function refuseTooSparse({ values }: Pick<Available, 'values'>): void {
  const places = [...values.values()].reduce((product, codes) => product * codes.length, 1);
  if (places > MAX_PLACES)
    throw new SdmxError(
      'TOO_LARGE',
      `As JSON-stat this has ${String(places)} places, and more than ${String(MAX_PLACES)} are not written; ask for one indicator, or for fewer areas.`,
    );
}

/**
 * JSON-stat 2.0, the format of statistical offices' own APIs: a cube as a grid with its figures by place. A missing cell has no entry; a hidden one
 * has the status Q and no figure. It is written while the rows are read, so whatever depends on all of them comes after the figures.
 */
export async function* jsonStat(
  pages: Pages<Observation>,
  { values }: Pick<Available, 'values'>,
  context: MessageContext,
  { contents }: Pick<OpenRelease, 'contents'>,
): AsyncGenerator<string> {
  const { cube, release, citation, texts, origin } = context;
  const dimensions = cube.dimensions.map((component) => {
    const codes = [...(values.get(component.id) ?? [])].sort();
    return { component, codes, places: new Map(codes.map((code, at) => [code, at])) };
  });
  const ids = cube.dimensions.map(({ id }) => id);
  const units = new Map(
    [...contents.indicators.values()].map(({ code, unitText, decimals }) => [
      sdmxId(code),
      { label: best(unitText, context), decimals },
    ]),
  );
  const head = {
    version: '2.0',
    class: 'dataset',
    label: best(texts.of('messages', cube.name), context),
    source: citation,
    updated: release.publishedAt,
    href: `${origin}/sdmx/structure/dataflow/QADAM/${cube.flow}/1.0.0`,
    id: ids,
    size: dimensions.map(({ codes }) => codes.length),
    role: Object.fromEntries(
      Object.entries(ROLES)
        .filter(([, id]) => ids.includes(id))
        .map(([role, id]) => [role, [id]]),
    ),
    dimension: Object.fromEntries(
      dimensions.map(({ component, codes }) => [
        component.id,
        {
          label: best(conceptName(component, context), context),
          category: {
            index: codes,
            label: Object.fromEntries(
              codes.map((code) => [code, best(codeName(component, code, context), context)]),
            ),
            ...(component.id === ROLES.metric
              ? { unit: Object.fromEntries(codes.map((code) => [code, units.get(code)])) }
              : {}),
          },
        },
      ]),
    ),
  };
  yield `${JSON.stringify(head).slice(0, -1)},"value":{`;
  const at = (id: string) => cube.attributes.findIndex((attribute) => attribute.id === id);
  const [statusAt, licenceAt] = [at('OBS_STATUS'), at('LICENCE')];
  // status A is not written and most cells have it, so this list stays short
  const marks: string[] = [];
  const licences = new Set<string>();
  let hidden = 0;
  let comma = '';
  for await (const page of pages) {
    const cells = page.flatMap(({ key, value, attributes }) => {
      const place = dimensions.reduce(
        (sum, { codes, places }, order) => sum * codes.length + (places.get(key[order] ?? '') ?? 0),
        0,
      );
      const [status, licence] = [attributes[statusAt], attributes[licenceAt]];
      if (typeof status === 'string' && status !== 'A') marks.push(`"${place}":"${status}"`);
      if (status === 'Q') hidden += 1;
      if (typeof licence === 'string') licences.add(licence);
      return value === null ? [] : [`"${place}":${value}`];
    });
    if (cells.length === 0) continue;
    yield comma + cells.join(',');
    comma = ',';
  }
  const extension = { release: release.number, citation, licences: [...licences].sort(), hidden };
  const note = hidden === 0 ? [] : [best(texts.of('codes', 'CL_CONF_STATUS', 'C'), context)];
  yield `},"status":{${marks.join(',')}},"note":${JSON.stringify(note)},"extension":${JSON.stringify(extension)}}`;
}
