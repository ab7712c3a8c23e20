import { ReopeningReader } from '../observations/reopening.reader.ts';
import { Module } from '@nestjs/common';
import { DeskChangesModule } from '../desk-changes/desk-changes.module.ts';
import { OutboxModule } from '../outbox/outbox.module.ts';
import { AccountController } from './account.controller.ts';
import { AccountMail } from './account-mail.ts';
import { AccountService } from './account.service.ts';
import { ConfirmationStore } from './confirmation.store.ts';
import { ConfirmationsService } from './confirmations.service.ts';
import { EmailChangeService } from './email-change.service.ts';
import { ErasureService } from './erasure.service.ts';
import { ForgottenPasswordService } from './forgotten-password.service.ts';
import { SecondFactorResetService } from './second-factor-reset.service.ts';
import { SessionsService } from './sessions.service.ts';
import { SuccessionService } from './succession.service.ts';
import { UsersModule } from '../users/users.module.ts';
import { UsersResolver } from './users.resolver.ts';
import { UsersService } from './users.service.ts';

/** How accounts are managed by administrators and by their owners. Separate from UsersModule, which everything else needs. */
@Module({
  imports: [UsersModule, DeskChangesModule, OutboxModule],
  controllers: [AccountController],
  providers: [
    ReopeningReader,
    AccountMail,
    AccountService,
    ConfirmationStore,
    ConfirmationsService,
    EmailChangeService,
    ErasureService,
    ForgottenPasswordService,
    SecondFactorResetService,
    SessionsService,
    SuccessionService,
    UsersResolver,
    UsersService,
  ],
})
export class UserAdministrationModule {}
