import { languageTag } from '@qadam/i18n';
import type { Texts } from '../../../graphql/local-text.type.ts';
import type { Pages } from '../export-format.ts';
import { element, escaped, opening } from '../markup.ts';
import { VALUE, type Observation } from './cube.ts';
import { attributesShown, best, isSeriesOnly, type MessageContext } from './message-context.ts';
import { beginning, ending, header, namespaces, reference, type MlVersion } from './ml.ts';
import { seriesAlong, type Series } from './per-series.ts';
import { dataNamespace } from './schema-xsd.ts';

interface Form {
  form: 'generic' | 'specific';
  version: MlVersion;
  /** Does the message have the root elements that 2.1 keeps for series along time? */
  isTimeSeries: boolean;
}

/**
 * SDMX-ML data: generic (2.1), or with components as attributes (2.1 and 3.0). It is written series by series, or observation by observation if each
 * holds all dimensions, so that only one block is in memory. Texts are in the reader's language, because an XML attribute holds only one.
 */
export async function* dataMl(
  pages: Pages<Observation>,
  gone: readonly Observation[],
  context: MessageContext,
  layout: string,
  { form, version, isTimeSeries }: Form,
): AsyncGenerator<string> {
  const writer = form === 'generic' ? new Generic(context, layout) : new Specific(context, layout);
  const root = `${form === 'generic' ? 'Generic' : 'StructureSpecific'}${isTimeSeries ? 'TimeSeries' : ''}Data`;
  const namespace = dataNamespace(context.cube, layout);
  const isGeneric = form === 'generic';
  yield beginning(root, {
    ...namespaces(version, { message: 'message', common: 'common' }),
    ...(isGeneric
      ? namespaces(version, { generic: 'data/generic' })
      : {
          ...namespaces(version, { ss: 'data/structurespecific' }),
          'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
          'xmlns:qadam': namespace,
        }),
  });
  yield dataHeader(context, layout, version, isGeneric ? null : namespace);
  for (const [action, parts] of [
    ['Replace', pages],
    ['Delete', gone.length === 0 ? null : [gone]],
  ] as const) {
    if (parts === null) continue;
    const structureRef = context.cube.structure;
    yield opening(
      'message:DataSet',
      isGeneric
        ? { structureRef, action }
        : {
            ...{ 'xsi:type': 'qadam:DataSetType', 'ss:structureRef': structureRef },
            ...{ 'ss:dataScope': version === '2.1' ? 'DataStructure' : null, 'ss:action': action },
          },
    );
    yield* writer.dataSet(parts);
    yield '</message:DataSet>';
  }
  yield ending(root);
}

function dataHeader(
  context: MessageContext,
  layout: string,
  version: MlVersion,
  namespace: string | null,
): string {
  const { cube, citation, lang } = context;
  const structure = { class: 'DataStructure', id: cube.structure } as const;
  return header(
    'data',
    context,
    element(
      'message:Structure',
      { structureID: cube.structure, namespace, dimensionAtObservation: layout },
      reference(version, 'common:Structure', structure),
    ),
    element('message:DataSetAction', {}, 'Replace'),
    element('message:DataSetID', {}, cube.flow),
    element('message:Source', { 'xml:lang': languageTag(lang) }, escaped(citation)),
  );
}

type Value = readonly [id: string, text: string];

abstract class MlWriter {
  private readonly isFlat: boolean;
  private readonly seriesOnly: boolean;
  private readonly ids: readonly string[];
  /** The position of the layout's dimension. */
  private readonly at: number;
  private readonly atSeries: ReturnType<typeof attributesShown>;
  private readonly atObservation: ReturnType<typeof attributesShown>;

  constructor(
    protected readonly context: MessageContext,
    private readonly layout: string,
  ) {
    this.isFlat = layout === 'AllDimensions';
    const isAlongTime = layout === 'TIME_PERIOD';
    this.seriesOnly = isSeriesOnly(context);
    this.ids = context.cube.dimensions.map(({ id }) => id);
    this.at = this.ids.indexOf(layout);
    const shown = attributesShown(context);
    this.atSeries = isAlongTime ? shown.filter(({ level }) => level === 'SERIES') : [];
    this.atObservation = shown.filter((attribute) => !this.atSeries.includes(attribute));
  }

  async *dataSet(pages: Pages<Observation>): AsyncGenerator<string> {
    if (this.isFlat) {
      for await (const page of pages)
        yield page.map((one) => this.observation(this.keyOf(one), this.restOf(one))).join('');
    } else {
      const { layout, at, context } = this;
      const write = (one: Observation) =>
        this.seriesOnly ? '' : this.observation([[layout, one.key[at] ?? '']], this.restOf(one));
      for await (const some of seriesAlong(layout, context.cube, pages, write))
        yield some.map((series) => this.seriesOf(series)).join('');
    }
  }

  private seriesOf({ first, observations }: Series): string {
    return this.series(
      this.keyOf(first).toSpliced(this.at, 1),
      this.attributesOf(first, this.atSeries),
      this.seriesOnly ? [] : observations,
    );
  }

  private keyOf({ key }: Pick<Observation, 'key'>): Value[] {
    return this.ids.map((id, at) => [id, key[at] ?? '']);
  }

  private restOf(observation: Observation): { value: string | null; attributes: Value[] } {
    return {
      value: this.context.shown.measure ? observation.value : null,
      attributes: this.attributesOf(observation, this.atObservation),
    };
  }

  private attributesOf(
    { attributes }: Pick<Observation, 'attributes'>,
    shown: ReturnType<typeof attributesShown>,
  ): Value[] {
    return shown.flatMap(({ id, at }) => {
      const text = this.textOf(attributes[at] ?? null);
      return text === '' ? [] : [[id, text] as const];
    });
  }

  private textOf(value: string | Texts | null): string {
    if (value === null || typeof value === 'string') return value ?? '';
    return best(value, this.context);
  }

  protected abstract series(
    key: readonly Value[],
    attributes: readonly Value[],
    observations: readonly string[],
  ): string;
  protected abstract observation(
    key: readonly Value[],
    rest: { value: string | null; attributes: readonly Value[] },
  ): string;
}

class Generic extends MlWriter {
  protected series(
    key: readonly Value[],
    attributes: readonly Value[],
    observations: readonly string[],
  ): string {
    return element(
      'generic:Series',
      {},
      this.values('SeriesKey', key),
      this.values('Attributes', attributes),
      ...observations,
    );
  }

  protected observation(
    key: readonly Value[],
    { value, attributes }: { value: string | null; attributes: readonly Value[] },
  ): string {
    const [first, ...others] = key;
    return element(
      'generic:Obs',
      {},
      others.length === 0
        ? element('generic:ObsDimension', { id: first?.[0], value: first?.[1] })
        : this.values('ObsKey', key),
      value === null ? '' : element('generic:ObsValue', { value }),
      this.values('Attributes', attributes),
    );
  }

  private values(name: string, values: readonly Value[]): string {
    if (values.length === 0) return '';
    return element(
      `generic:${name}`,
      {},
      ...values.map(([id, value]) => element('generic:Value', { id, value })),
    );
  }
}

class Specific extends MlWriter {
  protected series(
    key: readonly Value[],
    attributes: readonly Value[],
    observations: readonly string[],
  ): string {
    return element('Series', Object.fromEntries([...key, ...attributes]), ...observations);
  }

  protected observation(
    key: readonly Value[],
    { value, attributes }: { value: string | null; attributes: readonly Value[] },
  ): string {
    const own = value === null ? [] : [[VALUE.id, value] as const];
    return element('Obs', Object.fromEntries([...key, ...own, ...attributes]));
  }
}
