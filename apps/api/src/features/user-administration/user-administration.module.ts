import { ReopeningReader } from '../observations/reopening.reader.ts';
import { Module } from '@nestjs/common';
import { DeskChangesModule } from '../desk-changes/desk-changes.module.ts';
import { OutboxModule } from '../outbox/outbox.module.ts';
import { AccountController } from './account.controller.ts';
import { AccountMail } from './account-mail.ts';
import { AccountService } from './account.service.ts';
import { ConfirmationStore } from './confirmation.store.ts';
import { ConfirmationsResolver } from './confirmations.resolver.ts';
import { EmailChangeService } from './email-change.service.ts';
import { ErasureResolver } from './erasure.resolver.ts';
import { SessionsResolver } from './sessions.resolver.ts';
import { SuccessionResolver } from './succession.resolver.ts';
import { UsersModule } from '../users/users.module.ts';
import { AccountResolver } from './account.resolver.ts';
import { UsersResolver } from './users.resolver.ts';

/** Accounts under the hands of administrators and of their own people. UsersModule, which everything needs, knows none of it. */
@Module({
  imports: [UsersModule, DeskChangesModule, OutboxModule],
  controllers: [AccountController],
  providers: [
    ReopeningReader,
    AccountMail,
    AccountService,
    ConfirmationStore,
    ConfirmationsResolver,
    EmailChangeService,
    ErasureResolver,
    SessionsResolver,
    SuccessionResolver,
    AccountResolver,
    UsersResolver,
  ],
})
export class UserAdministrationModule {}
