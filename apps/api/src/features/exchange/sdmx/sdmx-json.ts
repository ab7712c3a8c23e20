import type { Texts } from '../../../graphql/local-text.type.ts';
import type { Pages } from '../export-format.ts';
import { type Attribute, type Component, type Observation } from './cube.ts';
import {
  attributesShown,
  codeName,
  conceptName,
  isSeriesOnly,
  meta,
  named,
  type JsonVersion,
  type MessageContext,
} from './message-context.ts';
import { seriesAlong, type Series } from './per-series.ts';
import { urn } from './urn.ts';

/** With the working draft of 1.0, which some clients still ask for. */
export type JsonDataVersion = JsonVersion | '1.0.0-wd';

/** In a message of more observations, texts and decimals are written in the observations themselves, so that no list grows with the answer. */
const LISTED = 20_000;
/** In SDMX-JSON 1.0 texts and decimals can only be in lists, so a message may hold no more observations than this. */
export const MAX_LISTED = 50_000;

/** Where observations are: all dimensions in their key (flat), or grouped into series along one of them. */
export type Layout = 'AllDimensions' | (string & {});

/**
 * SDMX-JSON 2.0, valid as 2.1 too (exchange.md 3.3). Observations come first, and the structure whose lists they point into
 * comes last: so the message is written while the rows are read, and its lists are complete when they are written. Numbers
 * are written digit by digit as they are stored.
 */
export async function* sdmxJson(
  pages: Pages<Observation>,
  gone: readonly Observation[],
  context: MessageContext,
  layout: Layout,
  version: JsonDataVersion,
): AsyncGenerator<string> {
  const writer = new JsonWriter(context, layout, version);
  const isDraft = version === '1.0.0-wd';
  const head = JSON.stringify(meta('data', context, isDraft ? '1.0.0' : version));
  yield isDraft ? `{"header":${head},"dataSets":[` : `{"meta":${head},"data":{"dataSets":[`;
  yield* writer.dataSet('Replace', pages);
  if (gone.length > 0) {
    yield ',';
    yield* writer.dataSet('Delete', [gone]);
  }
  const structure = JSON.stringify(writer.structure(gone.length > 0));
  if (isDraft) yield `],"structure":${structure}}`;
  else yield writer.isOld ? `],"structure":${structure}}}` : `],"structures":[${structure}]}}`;
}

/** Gives each value its place in a list, in the order in which the values are first met. */
class Places {
  private readonly places = new Map<string, number>();

  of(value: string): number {
    const known = this.places.get(value);
    if (known !== undefined) return known;
    this.places.set(value, this.places.size);
    return this.places.size - 1;
  }

  values(): string[] {
    return [...this.places.keys()];
  }
}

type Shown = ReturnType<typeof attributesShown>;

class JsonWriter {
  private readonly dimensions: Places[];
  private readonly attributes: Places[];
  /** The positions of the dimensions that make the key of an observation; the others make the key of its series. */
  private readonly inObservation: readonly number[];
  private readonly inSeries: readonly number[];
  private readonly flat: boolean;
  private readonly listed: boolean;
  /** SDMX-JSON 1.0: one structure for the message, and no measures beside OBS_VALUE. */
  readonly isOld: boolean;
  private readonly atSeries: Shown;
  private readonly atObservation: Shown;

  constructor(
    private readonly context: MessageContext,
    private readonly layout: Layout,
    private readonly version: JsonDataVersion,
  ) {
    this.isOld = version.startsWith('1.');
    const { dimensions, attributes } = context.cube;
    this.flat = layout === 'AllDimensions';
    this.listed = this.isOld || context.size <= LISTED;
    this.dimensions = dimensions.map(() => new Places());
    this.attributes = attributes.map(() => new Places());
    const positions = [...dimensions.keys()];
    this.inObservation = positions.filter((at) => this.flat || dimensions[at]?.id === layout);
    this.inSeries = positions.filter((at) => !this.inObservation.includes(at));
    const shown = attributesShown(context);
    // only along time is an attribute of the cube's series the same for a whole series of the message
    const isAlongTime = layout === 'TIME_PERIOD';
    this.atSeries = isAlongTime ? shown.filter(({ level }) => level === 'SERIES') : [];
    this.atObservation = shown.filter((attribute) => !this.atSeries.includes(attribute));
  }

  async *dataSet(action: 'Replace' | 'Delete', pages: Pages<Observation>): AsyncGenerator<string> {
    yield `{${this.isOld ? '' : '"structure":0,'}"action":"${action}","links":${JSON.stringify(links(this.context))},"annotations":[0,1],`;
    yield this.flat ? '"observations":{' : '"series":{';
    let comma = '';
    for await (const texts of this.texts(pages)) {
      if (texts.length === 0) continue;
      yield `${comma}${texts.join(',')}`;
      comma = ',';
    }
    yield '}}';
  }

  private async *texts(pages: Pages<Observation>): AsyncGenerator<string[]> {
    const write = (observation: Observation) => this.observation(observation);
    if (this.flat) for await (const page of pages) yield page.map(write);
    else
      for await (const some of seriesAlong(this.layout, this.context.cube, pages, write))
        yield some.map((series) => this.series(series));
  }

  private keyPart(key: readonly string[], positions: readonly number[]): string {
    return positions.map((at) => this.dimensions[at]?.of(key[at] ?? '')).join(':');
  }

  private observation(observation: Observation): string {
    const cells = this.attributeCells(observation, this.atObservation);
    if (this.context.shown.measure) cells.unshift(observation.value ?? 'null');
    while (cells.length > 1 && cells.at(-1) === 'null') cells.pop();
    return `"${this.keyPart(observation.key, this.inObservation)}":[${cells.join(',')}]`;
  }

  private series({ first, observations }: Series): string {
    const own = this.attributeCells(first, this.atSeries);
    return `"${this.keyPart(first.key, this.inSeries)}":{${own.length > 0 ? `"attributes":[${own.join(',')}],` : ''}"observations":{${isSeriesOnly(this.context) ? '' : observations.join(',')}}}`;
  }

  private attributeCells(
    { attributes: values }: Pick<Observation, 'attributes'>,
    attributes: Shown,
  ): string[] {
    return attributes.map(({ at, representation }) => {
      const value = values[at] ?? null;
      if (value === null || (typeof value === 'object' && Object.keys(value).length === 0))
        return 'null';
      if (representation === 'CODE') return String(this.attributes[at]?.of(value as string));
      // a decimal is written as text, too, so that no reader loses digits of it
      const text = JSON.stringify(value);
      return this.listed ? String(this.attributes[at]?.of(text)) : text;
    });
  }

  structure(deletes: boolean): object {
    const { context } = this;
    const { dimensions } = context.cube;
    const listed = (positions: readonly number[]) =>
      [...dimensions.entries()]
        .filter(([at]) => positions.includes(at))
        .map(([at, dimension]) => ({
          id: dimension.id,
          ...this.named(conceptName(dimension, context)),
          keyPosition: at,
          ...(dimension.representation === 'YEAR' ? { roles: ['TIME_PERIOD'] } : {}),
          values: (this.dimensions[at]?.values() ?? []).map((value) =>
            this.dimensionValue(dimension, value),
          ),
        }));
    const told = (id: string, text: string) =>
      this.isOld ? { id, type: id, title: text } : { id, type: id, value: text };
    return {
      ...(this.isOld ? {} : { dataSets: deletes ? [0, 1] : [0] }),
      links: links(context),
      ...this.named(context.texts.of('messages', context.cube.name)),
      dimensions: {
        dataSet: [],
        series: listed(this.inSeries),
        observation: listed(this.inObservation),
      },
      ...(this.isOld
        ? {}
        : { measures: { observation: context.shown.measure ? [measure(context)] : [] } }),
      attributes: {
        dataSet: [],
        series: this.described(this.atSeries),
        observation: this.described(this.atObservation),
      },
      annotations: [told('RELEASE', context.release.number), told('CITATION', context.citation)],
    };
  }

  /** A name in every language; the draft knows only one. */
  private named(texts: Texts): object {
    const both = named(texts, this.context);
    return this.version === '1.0.0-wd' ? { name: both.name } : both;
  }

  private described(attributes: Shown): object[] {
    const { context } = this;
    const series = context.cube.dimensions.slice(0, -1).map(({ id }) => id);
    return attributes.map((attribute) => {
      const values = this.attributes[attribute.at]?.values() ?? [];
      const coded = attribute.representation === 'CODE';
      const ofObservation = this.isOld ? { primaryMeasure: 'OBS_VALUE' } : { observation: {} };
      return {
        id: attribute.id,
        ...this.named(conceptName(attribute, context)),
        relationship: attribute.level === 'SERIES' ? { dimensions: series } : ofObservation,
        ...(this.isOld ? {} : { isMandatory: attribute.mandatory }),
        values: coded || this.listed ? this.valuesOf(attribute, values) : undefined,
      };
    });
  }

  private valuesOf(attribute: Attribute, values: readonly string[]): unknown[] {
    // 2.0 does not allow an empty list, and readers expect one to be there
    if (values.length === 0) return this.isOld ? [] : [null];
    if (attribute.representation === 'CODE')
      return values.map((id) => ({ id, ...this.named(codeName(attribute, id, this.context)) }));
    return values.map((value) => {
      const text = JSON.parse(value) as string | Texts;
      if (!this.isOld) return { value: text };
      return typeof text === 'string' ? { name: text } : this.named(text);
    });
  }

  private dimensionValue(dimension: Component, id: string): object {
    return dimension.representation === 'YEAR'
      ? {
          id,
          ...this.named({ en: id }),
          start: `${id}-01-01T00:00:00Z`,
          end: `${id}-12-31T23:59:59Z`,
        }
      : { id, ...this.named(codeName(dimension, id, this.context)) };
  }
}

function measure(context: MessageContext): object {
  return {
    id: 'OBS_VALUE',
    ...named(context.texts.of('concepts', 'OBS_VALUE'), context),
    roles: ['PRIMARY'],
    isMandatory: false,
    format: { dataType: 'Decimal' },
  };
}

const links = ({ cube, origin }: MessageContext) => [
  {
    urn: urn('Dataflow', cube.flow),
    rel: 'dataflow',
    href: `${origin}/sdmx/structure/dataflow/QADAM/${cube.flow}/1.0.0`,
  },
];
