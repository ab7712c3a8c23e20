import { Readable } from 'node:stream';
import { Controller, Get } from '@nestjs/common';
import { languageTag } from '@qadam/i18n';
import { Call } from '../../../http/call.ts';
import { MadeFiles } from '../../../http/made-files.ts';
import { ExchangeService } from '../exchange.service.ts';
import { readAddress, type Address } from './address.ts';
import { dataMl } from './data-ml.ts';
import {
  apiVersionOf,
  readComponentIds,
  readDataQuery,
  readMode,
  readSchemaQuery,
  type ApiVersion,
  type DataQuery,
} from './data-query.ts';
import { jsonStat, refuseTooSparse } from './json-stat.ts';
import { isSeriesOnly, type MessageContext } from './message-context.ts';
import { metadataJson } from './metadata-json.ts';
import { metadataMl } from './metadata-ml.ts';
import { readMetadataQuery } from './metadata-sets.ts';
import {
  askedLanguage,
  dataRepresentation,
  metadataRepresentation,
  readsMl,
  schemaRepresentation,
  structureRepresentation,
  type DataRepresentation,
  type StructureRepresentation,
} from './negotiate.ts';
import { schemaXsd } from './schema-xsd.ts';
import { SdmxError } from './sdmx-error.ts';
import { sdmxCsv } from './sdmx-csv.ts';
import { MAX_LISTED, sdmxJson } from './sdmx-json.ts';
import { SdmxService, type Answer, type OpenRelease } from './sdmx.service.ts';
import { structureJson } from './structure-json.ts';
import {
  around,
  isArtefactType,
  readReferences,
  readStructureQuery,
  structureParts,
  type StructureParts,
} from './structure-message.ts';
import { structureMl } from './structure-ml.ts';
import type { StructureContext } from './structures.ts';

/** Resources of the standard that we do not have: 501 tells a client that its request was correct. */
const NOT_HERE = ['registration'];

type Body = Readable | Buffer | undefined;
interface Asked extends Call {
  address: Address;
  api: ApiVersion;
}

/** SDMX REST, version 2 (SDMX 3.0) and the paths of version 1 (exchange.md 3.4). */
@Controller('sdmx')
export class SdmxController {
  constructor(
    private readonly sdmx: SdmxService,
    private readonly exchange: ExchangeService,
    private readonly files: MadeFiles,
  ) {}

  @Get('*')
  async ask(@Call() { request, reply }: Call): Promise<Body> {
    void reply.header('vary', 'Accept, Accept-Language');
    try {
      const address = readAddress(request.url);
      return await this.dispatch({ request, reply, address, api: apiVersionOf(address.segments) });
    } catch (error) {
      if (!(error instanceof SdmxError)) throw error;
      return errorBody(error, { request, reply });
    }
  }

  private dispatch(asked: Asked): Promise<Body> {
    const [resource = '', ...rest] = asked.address.segments;
    if (resource === 'data') return this.data(asked, rest);
    if (resource === 'availability' || resource === 'availableconstraint')
      return this.availability(asked, rest);
    if (resource === 'schema') return this.schema(asked, rest);
    if (resource === 'metadata') return this.metadata(asked, rest);
    if (resource === 'structure') return this.structure(asked, rest);
    if (resource !== '*' && isArtefactType(resource))
      return this.structure(asked, [resource, ...rest]);
    if (NOT_HERE.includes(resource))
      throw new SdmxError('NOT_IMPLEMENTED', `/sdmx/${resource} is not offered here.`);
    throw new SdmxError(
      'NO_RESULTS',
      'There is data, structure, metadata, availability and schema below /sdmx.',
    );
  }

  private async data(asked: Asked, path: readonly string[]): Promise<Body> {
    const { request, reply, address, api } = asked;
    const { accept } = request.headers;
    const representation = dataRepresentation(accept, address.query.get('format'), api);
    const query = readDataQuery(path, address.query, 'data');
    const open = await this.open(asked, representation, query.asOf);
    if (!open) return undefined;
    const answer = await this.files.answer(request.ip, () => this.sdmx.answer(open, query));
    const { gone, size } = answer;
    if (size === 0 && gone.length === 0) {
      nothing(query, reply);
      return;
    }
    refuseTooMuch(representation, size);
    const context = await this.sdmx.messageContext(open, query, size);
    const pieces =
      representation.kind === 'jsonstat'
        ? await this.grid(asked, open, query, answer, context)
        : () => written(representation, answer, context, query.layout);
    const name = `qadam-${query.cube.flow}-${open.release.number}-${open.lang}`;
    return this.exchange.file(asked, {
      key: [request.url, representation],
      headers: {
        'content-type': representation.mediaType,
        'content-disposition': `inline; filename="${name}.${representation.kind === 'jsonstat' ? 'json' : representation.kind}"`,
      },
      pieces,
    });
  }

  /** JSON-stat needs the codes along each side of the grid before the figures. */
  private async grid(
    { request }: Asked,
    open: OpenRelease,
    query: DataQuery,
    { pages }: Answer,
    context: MessageContext,
  ): Promise<() => AsyncGenerator<string>> {
    const available = await this.files.answer(request.ip, () => this.sdmx.available(open, query));
    refuseTooSparse(available);
    return () => jsonStat(pages, available, context, open);
  }

  private async availability(asked: Asked, path: readonly string[]): Promise<Body> {
    const { request, reply, address, api } = asked;
    const { accept } = request.headers;
    const representation = structureRepresentation(accept, address.query.get('format'), api);
    const query = readDataQuery(path, address.query, 'availability');
    const mode = readMode(address.query);
    const component = readComponentIds(
      (query.version === 2 ? path[5] : path[3]) ?? '*',
      query.cube,
    );
    const references = readReferences(address.query);
    const open = await this.open(asked, representation);
    if (!open) return undefined;
    const available = await this.files.answer(request.ip, () =>
      mode === 'exact' ? this.sdmx.available(open, query) : this.sdmx.selectable(open, query),
    );
    if ([...available.values.values()].every((codes) => codes.length === 0)) {
      nothing(query, reply);
      return;
    }
    const context = await this.structureContext(asked, open);
    const artefacts = around(query.cube, references, context);
    return messageBody(asked, representation, context, {
      artefacts,
      available: { ...available, component },
    });
  }

  private async structure(asked: Asked, path: readonly string[]): Promise<Body> {
    const { accept } = asked.request.headers;
    const format = asked.address.query.get('format');
    const representation = structureRepresentation(accept, format, asked.api);
    const query = readStructureQuery(path, asked.address.query);
    const open = await this.open(asked, representation);
    if (!open) return undefined;
    const context = await this.structureContext(asked, open);
    return messageBody(asked, representation, context, structureParts(query, context));
  }

  /** The metadata sheets of the indicators. */
  private async metadata(asked: Asked, path: readonly string[]): Promise<Body> {
    const { request, address, api } = asked;
    const representation = metadataRepresentation(
      request.headers.accept,
      address.query.get('format'),
      api,
    );
    const query = readMetadataQuery(path, address.query);
    const open = await this.open(asked, representation);
    if (!open) return undefined;
    const sets = await this.files.answer(request.ip, () => this.sdmx.metadataSets(open, query));
    if (sets.length === 0) throw new SdmxError('NO_RESULTS', 'There is no such metadata set.');
    const context = this.sdmx.releaseContext(open);
    return body(asked, representation.mediaType, () =>
      representation.kind === 'xml'
        ? metadataMl(sets, query.isStub, context, representation.version)
        : metadataJson(sets, query.isStub, context, representation.version),
    );
  }

  private structureContext({ request }: Call, open: OpenRelease): Promise<StructureContext> {
    return this.files.answer(request.ip, () => this.sdmx.structureContext(open));
  }

  /** The schema of structure-specific data of a dataflow or data structure. As a structure message: the dataflow with all that it refers to. */
  private async schema(asked: Asked, path: readonly string[]): Promise<Body> {
    const { request, address } = asked;
    const representation = schemaRepresentation(
      request.headers.accept,
      address.query.get('format'),
    );
    const { cube, layout } = readSchemaQuery(path, address.query);
    const open = await this.open(asked, representation);
    if (!open) return undefined;
    const context = await this.structureContext(asked, open);
    if (representation.kind !== 'xsd') {
      const artefacts = around(cube, 'all', context);
      return messageBody(asked, representation, context, { artefacts });
    }
    const xsd = schemaXsd(cube, layout, context, representation.version);
    return body(asked, representation.mediaType, () => xsd);
  }

  /**
   * Undefined if the client already has the answer to the same question, in the same representation (one media type has several), language and
   * edition.
   */
  private async open(
    asked: Asked,
    representation: object,
    at?: Date,
  ): Promise<OpenRelease | undefined> {
    const { request, reply } = asked;
    const lang = askedLanguage(request.headers['accept-language']);
    void reply.header('content-language', languageTag(lang));
    const open = await this.files.answer(request.ip, () => this.sdmx.open(lang, at));
    const asOf = at?.toISOString().slice(0, 10);
    const shape = JSON.stringify(representation);
    const isKnown = await this.exchange.isKnown(asked, open.release, lang, { asOf }, shape);
    return isKnown ? undefined : open;
  }
}

/** The two versions of the standard differ in how they report an empty result. */
function nothing({ version }: DataQuery, reply: Call['reply']): undefined {
  if (version === 1) throw new SdmxError('NO_RESULTS', 'Nothing matches.');
  void reply.status(204);
}

/** SDMX-JSON 1.0 refers to its texts by position in lists, so the whole answer must be read before it can be written. */
function refuseTooMuch(representation: DataRepresentation, size: number): void {
  if (
    representation.kind === 'json' &&
    representation.version.startsWith('1.') &&
    size > MAX_LISTED
  )
    throw new SdmxError(
      'TOO_LARGE',
      `More than ${String(MAX_LISTED)} observations are not written as SDMX-JSON 1.0; ask for fewer, for SDMX-JSON 2.0, SDMX-CSV or SDMX-ML.`,
    );
}

function written(
  representation: Exclude<DataRepresentation, { kind: 'jsonstat' }>,
  { pages, gone }: Answer,
  context: MessageContext,
  asked: string,
): AsyncGenerator<string> {
  const layout = isSeriesOnly(context) ? 'TIME_PERIOD' : asked;
  switch (representation.kind) {
    case 'csv':
      return sdmxCsv(pages, gone, context, representation.version, representation.options);
    case 'json':
      return sdmxJson(pages, gone, context, layout, representation.version);
    case 'xml':
      return dataMl(pages, gone, context, layout, representation);
  }
}

function messageBody(
  asked: Asked,
  representation: StructureRepresentation,
  context: StructureContext,
  parts: StructureParts,
): Body {
  return body(asked, representation.mediaType, () =>
    representation.kind === 'xml'
      ? structureMl(parts, context, representation.version)
      : structureJson(parts, context, representation.version),
  );
}

/** Sent as a stream so that the content type stays exactly as it is set: clients compare it letter by letter. */
function body({ request, reply }: Call, mediaType: string, text: () => string): Body {
  void reply.header('content-type', mediaType);
  if (request.method === 'HEAD') return undefined;
  return Readable.from([text()], { objectMode: false });
}

/** The error in the format that the client reads. */
function errorBody(error: SdmxError, { request, reply }: Call): Buffer {
  const [path = '', search] = request.url.split('?', 2);
  const format = new URLSearchParams(search).get('format') ?? undefined;
  const isMl = readsMl(request.headers.accept, format, apiVersionOf(path.split('/').slice(2)));
  void reply.status(error.status).headers({
    'cache-control': 'no-store',
    'content-type': isMl ? 'application/xml' : 'application/json',
  });
  return Buffer.from(isMl ? error.toMl() : JSON.stringify(error.toMessage()));
}
