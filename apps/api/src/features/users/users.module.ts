import { Module } from '@nestjs/common';
import { AuthController } from './auth.controller.ts';
import { AuthService } from './auth.service.ts';
import { MeResolver } from './me.resolver.ts';
import { RequestActor } from './request-actor.ts';
import { EnrolmentService } from './second-factor/enrolment.service.ts';
import { SecondFactorController } from './second-factor/second-factor.controller.ts';
import { SecondFactorService } from './second-factor/second-factor.service.ts';
import { UnfinishedSignInStore } from './second-factor/unfinished-sign-in.store.ts';
import { SessionStore } from './session.store.ts';
import { IdentityStore } from './single-sign-on/identity.store.ts';
import { SignOnProvider } from './single-sign-on/provider.ts';
import { SingleSignOnController } from './single-sign-on/single-sign-on.controller.ts';
import { SingleSignOnService } from './single-sign-on/single-sign-on.service.ts';
import { SignInCookies } from './sign-in-cookies.ts';
import { SignInLimits } from './sign-in-limits.ts';

@Module({
  controllers: [AuthController, SecondFactorController, SingleSignOnController],
  providers: [
    AuthService,
    EnrolmentService,
    IdentityStore,
    MeResolver,
    RequestActor,
    SecondFactorService,
    SessionStore,
    SignInCookies,
    SignInLimits,
    SignOnProvider,
    SingleSignOnService,
    UnfinishedSignInStore,
  ],
  exports: [AuthService, RequestActor, SignInLimits],
})
export class UsersModule {}
