import { Module } from '@nestjs/common';
import { AreaReader } from '../countries/area.reader.ts';
import { DeskChangesModule } from '../desk-changes/desk-changes.module.ts';
import { ApiTokenStore } from './api-token.store.ts';
import { ApiTokensResolver } from './api-tokens.resolver.ts';
import { ApiTokensService } from './api-tokens.service.ts';

@Module({
  imports: [DeskChangesModule],
  providers: [AreaReader, ApiTokenStore, ApiTokensResolver, ApiTokensService],
  exports: [ApiTokenStore],
})
export class ApiTokensModule {}
