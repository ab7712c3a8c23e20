import { Readable } from 'node:stream';
import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageTag } from '@qadam/i18n';
import { MadeFiles } from '../../../http/made-files.ts';
import { ReleaseCache } from '../release-cache.ts';
import { readAddress, type Address } from './address.ts';
import { availabilityMessage } from './availability.ts';
import { readDataQuery } from './data-query.ts';
import { isSeriesOnly } from './message-context.ts';
import { askedLanguage, dataRepresentation, structureMediaType } from './negotiate.ts';
import { SdmxError } from './sdmx-error.ts';
import { sdmxCsv } from './sdmx-csv.ts';
import { sdmxJson } from './sdmx-json.ts';
import { SdmxService, type OpenRelease } from './sdmx.service.ts';
import { isArtefactType, readStructureQuery, structureMessage } from './structure-message.ts';

/** Resources of the standard that we do not have: 501, so that a client knows it asked rightly. */
const NOT_HERE = ['schema', 'metadata', 'registration'];

interface Exchange {
  request: FastifyRequest;
  reply: FastifyReply;
  address: Address;
}

/** SDMX REST, version 2 (SDMX 3.0) and the paths of version 1 (exchange.md 3.4). */
@Controller('sdmx')
export class SdmxController {
  constructor(
    private readonly sdmx: SdmxService,
    private readonly cache: ReleaseCache,
    private readonly files: MadeFiles,
  ) {}

  @Get('*')
  async ask(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    void reply.header('vary', 'Accept, Accept-Language');
    try {
      await this.dispatch({ request, reply, address: readAddress(request.url) });
    } catch (error) {
      if (!(error instanceof SdmxError)) throw error;
      void reply
        .status(error.status)
        .headers({ 'cache-control': 'no-store', 'content-type': 'application/json' })
        .send(Buffer.from(JSON.stringify(error.toMessage())));
    }
  }

  private dispatch(exchange: Exchange): Promise<void> {
    const [resource = '', ...rest] = exchange.address.segments;
    if (resource === 'data') return this.data(exchange, rest);
    if (resource === 'availability' || resource === 'availableconstraint')
      return this.availability(exchange, rest);
    if (resource === 'structure') return this.structure(exchange, rest);
    if (resource !== '*' && isArtefactType(resource))
      return this.structure(exchange, [resource, ...rest]);
    if (NOT_HERE.includes(resource))
      throw new SdmxError('NOT_IMPLEMENTED', `/sdmx/${resource} is not offered here.`);
    throw new SdmxError('NO_RESULTS', 'There is data, structure and availability below /sdmx.');
  }

  private async data(exchange: Exchange, path: readonly string[]): Promise<void> {
    const { request, reply, address } = exchange;
    const representation = dataRepresentation(request.headers.accept, address.query.get('format'));
    const query = readDataQuery(path, address.query, 'data');
    const open = await this.open(exchange, query.asOf);
    if (await this.isKnown(exchange, open, representation.mediaType, query.asOf)) return;
    const { pages, gone, size } = await this.files.answer(request.ip, () =>
      this.sdmx.answer(open, query),
    );
    if (size === 0 && gone.length === 0) {
      if (query.version === 1) throw new SdmxError('NO_RESULTS', 'Nothing matches.');
      void reply.status(204).send();
      return;
    }
    const context = await this.sdmx.messageContext(open, query, size);
    const extension = representation.kind;
    const stream = await this.files.send(request, reply, {
      key: this.cache.keyOf(reply, request.url, representation),
      headers: {
        'content-type': representation.mediaType,
        'content-disposition': `inline; filename="qadam-${query.cube.flow}-${open.release.number}-${open.lang}.${extension}"`,
      },
      pieces: () =>
        representation.kind === 'csv'
          ? sdmxCsv(pages, gone, context, representation.options)
          : sdmxJson(pages, gone, context, isSeriesOnly(context) ? 'TIME_PERIOD' : query.layout),
    });
    await reply.send(stream);
  }

  private async availability(exchange: Exchange, path: readonly string[]): Promise<void> {
    const { address } = exchange;
    const mediaType = structureMediaType(exchange.request.headers.accept);
    const query = readDataQuery(path, address.query, 'availability');
    if ((address.query.get('mode') ?? 'exact') !== 'exact')
      throw new SdmxError('NOT_IMPLEMENTED', 'mode is exact.');
    if ((address.query.get('references') ?? 'none') !== 'none')
      throw new SdmxError('NOT_IMPLEMENTED', 'Ask for the structure by its own address.');
    const open = await this.open(exchange);
    if (await this.isKnown(exchange, open, mediaType)) return;
    const available = await this.files.answer(exchange.request.ip, () =>
      this.sdmx.available(open, query),
    );
    if (available.observations === 0) {
      if (query.version === 1) throw new SdmxError('NO_RESULTS', 'Nothing matches.');
      void exchange.reply.status(204).send();
      return;
    }
    const component = (query.version === 2 ? path[5] : path[3]) ?? '*';
    const message = availabilityMessage(
      query.cube,
      available,
      component,
      mediaType.includes('2.1'),
      this.sdmx.structureContext(open),
    );
    await sendMessage(exchange, mediaType, message);
  }

  private async structure(exchange: Exchange, path: readonly string[]): Promise<void> {
    const mediaType = structureMediaType(exchange.request.headers.accept);
    const query = readStructureQuery(path, exchange.address.query);
    const open = await this.open(exchange);
    if (await this.isKnown(exchange, open, mediaType)) return;
    const message = structureMessage(query, this.sdmx.structureContext(open));
    await sendMessage(exchange, mediaType, message);
  }

  private async open({ request, reply }: Exchange, asOf?: Date): Promise<OpenRelease> {
    const lang = askedLanguage(request.headers['accept-language']);
    void reply.header('content-language', languageTag(lang));
    return this.files.answer(request.ip, () => this.sdmx.open(lang, asOf));
  }

  /** An answer to the same question, in the same shape and language, of the same edition of the release. */
  private async isKnown(
    { request, reply }: Exchange,
    { release, lang }: OpenRelease,
    mediaType: string,
    asOf?: Date,
  ): Promise<boolean> {
    const asked = asOf === undefined ? {} : { asOf: asOf.toISOString().slice(0, 10) };
    const known = await this.cache.answer(request, reply, release, lang, asked, mediaType);
    if (known) void reply.send();
    return known;
  }
}

async function sendMessage(exchange: Exchange, mediaType: string, message: object): Promise<void> {
  const { request, reply } = exchange;
  void reply.header('content-type', mediaType);
  // as a stream: what is set as content type then stays as it is, which clients compare letter by letter
  if (request.method === 'HEAD') void reply.send();
  else await reply.send(Readable.from([JSON.stringify(message)], { objectMode: false }));
}
