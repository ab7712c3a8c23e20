import { Module } from '@nestjs/common';
import { AreaReader } from '../countries/area.reader.ts';
import { CyclesModule } from '../cycles/cycles.module.ts';
import { DeskChangesModule } from '../desk-changes/desk-changes.module.ts';
import { FrameworkModule } from '../framework/framework.module.ts';
import { IndicatorReader } from '../indicators/indicator.reader.ts';
import { CellLock } from './cell-lock.ts';
import { CellSaver } from './cell-saver.ts';
import { ObservationChange } from './observation-change.ts';
import { ObservationsResolver } from './observations.resolver.ts';
import { ObservationsService } from './observations.service.ts';
import { ReopeningReader } from './reopening.reader.ts';
import { ReopeningsService } from './reopenings.service.ts';
import { SaveValueService } from './save-value.service.ts';
import { ValidationRulesResolver } from './validation-rules.resolver.ts';
import { ValidationRulesService } from './validation-rules.service.ts';

/** Services that change values and read published ones, for any desk. */
const shared = [
  AreaReader,
  CellLock,
  CellSaver,
  IndicatorReader,
  ObservationChange,
  ReopeningReader,
];

@Module({
  imports: [CyclesModule, DeskChangesModule, FrameworkModule],
  providers: [
    ...shared,
    ObservationsResolver,
    ObservationsService,
    ReopeningsService,
    SaveValueService,
    ValidationRulesResolver,
    ValidationRulesService,
  ],
  exports: [...shared, CyclesModule, DeskChangesModule],
})
export class ObservationsModule {}
