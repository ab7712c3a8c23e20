import { Module } from '@nestjs/common';
import { ObservationsModule } from '../observations/observations.module.ts';
import { ConfirmStagesResolver } from './confirm-stages.resolver.ts';
import {
  ApproveValuesPayloadResolver,
  ObservationPayloadResolver,
  SaveValuePayloadResolver,
} from './payloads.resolver.ts';
import { ReturnFormReader } from './return-form.reader.ts';
import { ReturnsResolver } from './returns.resolver.ts';
import { ReviewQueueResolver } from './review-queue.resolver.ts';
import { SubmitReturnResolver } from './submit-return.resolver.ts';
import { WorkObservationReader } from './work-observation.reader.ts';

/** Returns as desks see them: what is owed, filled in, handed in and reviewed, over all nouns that hang on a value. */
@Module({
  imports: [ObservationsModule],
  providers: [
    ApproveValuesPayloadResolver,
    ConfirmStagesResolver,
    ObservationPayloadResolver,
    ReturnFormReader,
    ReturnsResolver,
    ReviewQueueResolver,
    SaveValuePayloadResolver,
    SubmitReturnResolver,
    WorkObservationReader,
  ],
  exports: [ObservationsModule, WorkObservationReader],
})
export class ReturnsModule {}
