import { Module } from '@nestjs/common';
import { AreaReader } from '../countries/area.reader.ts';
import { CyclesModule } from '../cycles/cycles.module.ts';
import { DeskChangesModule } from '../desk-changes/desk-changes.module.ts';
import { IndicatorReader } from '../indicators/indicator.reader.ts';
import { ReopeningReader } from '../reopenings/reopening.reader.ts';
import { CellLock } from './cell-lock.ts';
import { CellSaver } from './cell-saver.ts';
import { CellReader } from './cell.reader.ts';
import { ConfirmStagesService } from './confirm-stages.service.ts';
import { CorrectValueService } from './correct-value.service.ts';
import { DeskReadingService } from './desk-reading.service.ts';
import { HistoryReader } from './history.reader.ts';
import { MessageService } from './message.service.ts';
import { ObservationStore } from './observation.store.ts';
import { ObservationsResolver } from './observations.resolver.ts';
import { PublishedYearReader } from './published-year.reader.ts';
import { RecallService } from './recall.service.ts';
import { ReturnFormReader } from './return-form.reader.ts';
import { SaveValueService } from './save-value.service.ts';
import { SubmissionReader } from './submission.reader.ts';
import { SubmitReturnResolver } from './submit-return.resolver.ts';
import { SubmitReturnService } from './submit-return.service.ts';
import { ThreadReader } from './thread.reader.ts';
import { WorkObservationReader } from './work-observation.reader.ts';

/** What the desks of reporters, reviewers and target setters read and change alike. */
const shared = [
  AreaReader,
  CellLock,
  CellSaver,
  HistoryReader,
  IndicatorReader,
  ObservationStore,
  ReopeningReader,
  WorkObservationReader,
];

@Module({
  imports: [CyclesModule, DeskChangesModule],
  providers: [
    ...shared,
    CellReader,
    ConfirmStagesService,
    CorrectValueService,
    DeskReadingService,
    MessageService,
    ObservationsResolver,
    PublishedYearReader,
    RecallService,
    ReturnFormReader,
    SaveValueService,
    SubmissionReader,
    SubmitReturnResolver,
    SubmitReturnService,
    ThreadReader,
  ],
  exports: [...shared, CyclesModule, DeskChangesModule],
})
export class ObservationsModule {}
