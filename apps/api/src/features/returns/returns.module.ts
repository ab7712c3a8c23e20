import { Module } from '@nestjs/common';
import { ObservationsModule } from '../observations/observations.module.ts';
import { AssignPersonService } from './assign-person.service.ts';
import { OutboxModule } from '../outbox/outbox.module.ts';
import { ConfirmStagesService } from './confirm-stages.service.ts';
import { HandIn } from './hand-in.ts';
import { HandedCellsReader } from './handed-cells.reader.ts';
import { MarkedValuesReader } from './marked-values.reader.ts';
import {
  ApproveValuesPayloadResolver,
  ObservationPayloadResolver,
  SaveValuePayloadResolver,
} from './payloads.resolver.ts';
import { PrepareReturn } from './prepare-return.ts';
import { ReturnAnswers } from './return-answers.ts';
import { ReturnFormReader } from './return-form.reader.ts';
import { ReturnsResolver } from './returns.resolver.ts';
import { ReturnsService } from './returns.service.ts';
import { ReviewQueueService } from './review-queue.service.ts';
import { SignReturnService } from './sign-return.service.ts';
import { SignatureRuleService } from './signature-rule.service.ts';
import { SubmitReturnService } from './submit-return.service.ts';
import { WorkObservationReader } from './work-observation.reader.ts';

/** Returns as the desks see them: what is outstanding, filled in, submitted and reviewed, with everything that belongs to a value. */
@Module({
  imports: [ObservationsModule, OutboxModule],
  providers: [
    AssignPersonService,
    ApproveValuesPayloadResolver,
    ConfirmStagesService,
    HandIn,
    HandedCellsReader,
    MarkedValuesReader,
    ObservationPayloadResolver,
    PrepareReturn,
    ReturnAnswers,
    ReturnFormReader,
    ReturnsResolver,
    ReturnsService,
    ReviewQueueService,
    SaveValuePayloadResolver,
    SignReturnService,
    SignatureRuleService,
    SubmitReturnService,
    WorkObservationReader,
  ],
  exports: [ObservationsModule, WorkObservationReader],
})
export class ReturnsModule {}
