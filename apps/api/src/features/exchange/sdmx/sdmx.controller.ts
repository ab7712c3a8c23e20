import { Readable } from 'node:stream';
import { Controller, Get } from '@nestjs/common';
import { languageTag } from '@qadam/i18n';
import { Call } from '../../../http/call.ts';
import { MadeFiles } from '../../../http/made-files.ts';
import { ExchangeService } from '../exchange.service.ts';
import { readAddress, type Address } from './address.ts';
import { availabilityMessage } from './availability.ts';
import { readDataQuery, type DataQuery } from './data-query.ts';
import { isSeriesOnly } from './message-context.ts';
import { askedLanguage, dataRepresentation, structureMediaType } from './negotiate.ts';
import { SdmxError } from './sdmx-error.ts';
import { sdmxCsv } from './sdmx-csv.ts';
import { sdmxJson } from './sdmx-json.ts';
import { SdmxService, type OpenRelease } from './sdmx.service.ts';
import { isArtefactType, readStructureQuery, structureMessage } from './structure-message.ts';

/** Resources of the standard that we do not have: 501, so that a client knows it asked rightly. */
const NOT_HERE = ['schema', 'metadata', 'registration'];

type Body = Readable | Buffer | undefined;
interface Asked extends Call {
  address: Address;
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
      return await this.dispatch({ request, reply, address: readAddress(request.url) });
    } catch (error) {
      if (!(error instanceof SdmxError)) throw error;
      void reply
        .status(error.status)
        .headers({ 'cache-control': 'no-store', 'content-type': 'application/json' });
      return Buffer.from(JSON.stringify(error.toMessage()));
    }
  }

  private dispatch(asked: Asked): Promise<Body> {
    const [resource = '', ...rest] = asked.address.segments;
    if (resource === 'data') return this.data(asked, rest);
    if (resource === 'availability' || resource === 'availableconstraint')
      return this.availability(asked, rest);
    if (resource === 'structure') return this.structure(asked, rest);
    if (resource !== '*' && isArtefactType(resource))
      return this.structure(asked, [resource, ...rest]);
    if (NOT_HERE.includes(resource))
      throw new SdmxError('NOT_IMPLEMENTED', `/sdmx/${resource} is not offered here.`);
    throw new SdmxError('NO_RESULTS', 'There is data, structure and availability below /sdmx.');
  }

  private async data(asked: Asked, path: readonly string[]): Promise<Body> {
    const { request, reply, address } = asked;
    const representation = dataRepresentation(request.headers.accept, address.query.get('format'));
    const query = readDataQuery(path, address.query, 'data');
    const open = await this.open(asked, representation.mediaType, query.asOf);
    if (!open) return undefined;
    const { pages, gone, size } = await this.files.answer(request.ip, () =>
      this.sdmx.answer(open, query),
    );
    if (size === 0 && gone.length === 0) {
      nothing(query, reply);
      return;
    }
    const context = await this.sdmx.messageContext(open, query, size);
    const name = `qadam-${query.cube.flow}-${open.release.number}-${open.lang}`;
    return this.exchange.file(asked, {
      key: [request.url, representation],
      headers: {
        'content-type': representation.mediaType,
        'content-disposition': `inline; filename="${name}.${representation.kind}"`,
      },
      pieces: () =>
        representation.kind === 'csv'
          ? sdmxCsv(pages, gone, context, representation.options)
          : sdmxJson(pages, gone, context, isSeriesOnly(context) ? 'TIME_PERIOD' : query.layout),
    });
  }

  private async availability(asked: Asked, path: readonly string[]): Promise<Body> {
    const { request, reply, address } = asked;
    const mediaType = structureMediaType(request.headers.accept);
    const query = readDataQuery(path, address.query, 'availability');
    if ((address.query.get('mode') ?? 'exact') !== 'exact')
      throw new SdmxError('NOT_IMPLEMENTED', 'mode is exact.');
    if ((address.query.get('references') ?? 'none') !== 'none')
      throw new SdmxError('NOT_IMPLEMENTED', 'Ask for the structure by its own address.');
    const open = await this.open(asked, mediaType);
    if (!open) return undefined;
    const available = await this.files.answer(request.ip, () => this.sdmx.available(open, query));
    if (available.observations === 0) {
      nothing(query, reply);
      return;
    }
    const component = (query.version === 2 ? path[5] : path[3]) ?? '*';
    const isNewest = mediaType.includes('2.1');
    const context = this.sdmx.structureContext(open);
    const message = availabilityMessage(query.cube, available, component, isNewest, context);
    return messageBody(asked, mediaType, message);
  }

  private async structure(asked: Asked, path: readonly string[]): Promise<Body> {
    const mediaType = structureMediaType(asked.request.headers.accept);
    const query = readStructureQuery(path, asked.address.query);
    const open = await this.open(asked, mediaType);
    if (!open) return undefined;
    return messageBody(asked, mediaType, structureMessage(query, this.sdmx.structureContext(open)));
  }

  /** Undefined where the client has the answer: to the same question, in the same shape and language, of the same edition. */
  private async open(asked: Asked, mediaType: string, at?: Date): Promise<OpenRelease | undefined> {
    const { request, reply } = asked;
    const lang = askedLanguage(request.headers['accept-language']);
    void reply.header('content-language', languageTag(lang));
    const open = await this.files.answer(request.ip, () => this.sdmx.open(lang, at));
    const asOf = at?.toISOString().slice(0, 10);
    const isKnown = await this.exchange.isKnown(asked, open.release, lang, { asOf }, mediaType);
    return isKnown ? undefined : open;
  }
}

/** Version 1 and version 2 of the standard differ in how they say that there is nothing. */
function nothing({ version }: DataQuery, reply: Call['reply']): undefined {
  if (version === 1) throw new SdmxError('NO_RESULTS', 'Nothing matches.');
  void reply.status(204);
}

/** As a stream: what is set as content type then stays as it is, which clients compare letter by letter. */
function messageBody({ request, reply }: Asked, mediaType: string, message: object): Body {
  void reply.header('content-type', mediaType);
  if (request.method === 'HEAD') return undefined;
  return Readable.from([JSON.stringify(message)], { objectMode: false });
}
