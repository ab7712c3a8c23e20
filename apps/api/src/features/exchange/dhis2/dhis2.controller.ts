import { Controller, Get } from '@nestjs/common';
import { PublicOrm } from '../../../database/public-database.module.ts';
import { Call } from '../../../http/call.ts';
import { MadeFiles } from '../../../http/made-files.ts';
import { ExchangeService } from '../exchange.service.ts';
import { readQuery } from '../read-query.ts';
import { SdmxService } from '../sdmx/sdmx.service.ts';
import { metadataPackage, readCombinations } from './metadata.ts';

/** The metadata that a DHIS2 must import before it can take our values. */
@Controller('dhis2')
export class Dhis2Controller {
  constructor(
    private readonly orm: PublicOrm,
    private readonly exchange: ExchangeService,
    private readonly sdmx: SdmxService,
    private readonly files: MadeFiles,
  ) {}

  @Get('metadata.json')
  async metadata(@Call() call: Call): Promise<string | undefined> {
    const asked = { ...readQuery(call.request, 'release', 'asOf'), lang: 'en' as const };
    const release = await this.exchange.releaseOf(call, asked);
    if (!release) return undefined;
    const described = await this.files.answer(call.request.ip, async () =>
      metadataPackage(
        await this.sdmx.open(asked.lang, release.at),
        await readCombinations(this.orm.em.fork(), release.sequence),
      ),
    );
    const file = `qadam-dhis2-metadata-${release.number}.json`;
    void call.reply.type('application/json; charset=utf-8');
    void call.reply.header('content-disposition', `attachment; filename="${file}"`);
    return `${JSON.stringify(described, null, 1)}\n`;
  }
}
