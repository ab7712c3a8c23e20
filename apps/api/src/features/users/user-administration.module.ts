import { ReopeningReader } from '../observations/reopening.reader.ts';
import { Module } from '@nestjs/common';
import { DeskChangesModule } from '../desk-changes/desk-changes.module.ts';
import { NotificationsModule } from '../notifications/notifications.module.ts';
import { AccountController } from './account.controller.ts';
import { AccountMail } from './account-mail.ts';
import { AccountService } from './account.service.ts';
import { ConfirmationStore } from './confirmation.store.ts';
import { ConfirmationsService } from './confirmations.service.ts';
import { EmailChangeService } from './email-change.service.ts';
import { ErasureService } from './erasure.service.ts';
import { OwnLanguageService } from './own-language.service.ts';
import { OwnLanguageResolver } from './own-language.resolver.ts';
import { SessionsService } from './sessions.service.ts';
import { SuccessionService } from './succession.service.ts';
import { UserReader } from './user.reader.ts';
import { UsersModule } from './users.module.ts';
import { UsersResolver } from './users.resolver.ts';
import { UsersService } from './users.service.ts';

/** Accounts under the hands of administrators and of their own people. UsersModule, which everything needs, knows none of it. */
@Module({
  imports: [UsersModule, DeskChangesModule, NotificationsModule],
  controllers: [AccountController],
  providers: [
    ReopeningReader,
    AccountMail,
    AccountService,
    ConfirmationStore,
    ConfirmationsService,
    EmailChangeService,
    ErasureService,
    OwnLanguageResolver,
    OwnLanguageService,
    SessionsService,
    SuccessionService,
    UserReader,
    UsersResolver,
    UsersService,
  ],
})
export class UserAdministrationModule {}
