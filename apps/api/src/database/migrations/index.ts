import { Baseline } from './migration-20261201-baseline.ts';
import { PartsInOrder } from './migration-20261201-parts-in-order.ts';
import { CustodianOfAnIndicator } from './migration-20261202-custodian-of-an-indicator.ts';
import { IndexesOfFirstReads } from './migration-20261203-indexes-of-first-reads.ts';
import { TallyOfARelease } from './migration-20261203-tally-of-a-release.ts';
import { ChangedAssessments } from './migration-20261204-changed-assessments.ts';
import { FilesOfOffices } from './migration-20261204-files-of-offices.ts';
import { StepOfAnIndicator } from './migration-20261204-step-of-an-indicator.ts';
import { WaysToSignIn } from './migration-20261204-ways-to-sign-in.ts';
import { OfficersLimitedToCountries } from './migration-20261205-officers-limited-to-countries.ts';
import { WorkGivenToPersons } from './migration-20261206-work-given-to-persons.ts';
import { Inbox } from './migration-20261207-inbox.ts';
import { MovedDeadlines } from './migration-20261208-moved-deadlines.ts';
import { CalendarAddresses } from './migration-20261209-calendar-addresses.ts';
import { SecondSignature } from './migration-20261210-second-signature.ts';
import { ValidationRules } from './migration-20261210-validation-rules.ts';
import { EveryReleaseIsCounted } from './migration-20261211-every-release-is-counted.ts';
import { ValuesInWork } from './migration-20261211-values-in-work.ts';
import { ReferencesOfManyRows } from './migration-20261212-references-of-many-rows.ts';
import { CountsByTheirEnd } from './migration-20261214-counts-by-their-end.ts';
import { FewerIndexesOfValues } from './migration-20261215-fewer-indexes-of-values.ts';
import { ChangedFramework } from './migration-20261216-changed-framework.ts';

/** In order of their names. A list, so that the build needs no reading of folders. */
export const migrations = [
  { name: 'migration-20261201-baseline', class: Baseline },
  { name: 'migration-20261201-parts-in-order', class: PartsInOrder },
  { name: 'migration-20261202-custodian-of-an-indicator', class: CustodianOfAnIndicator },
  { name: 'migration-20261203-indexes-of-first-reads', class: IndexesOfFirstReads },
  { name: 'migration-20261203-tally-of-a-release', class: TallyOfARelease },
  { name: 'migration-20261204-changed-assessments', class: ChangedAssessments },
  { name: 'migration-20261204-files-of-offices', class: FilesOfOffices },
  { name: 'migration-20261204-step-of-an-indicator', class: StepOfAnIndicator },
  { name: 'migration-20261204-ways-to-sign-in', class: WaysToSignIn },
  { name: 'migration-20261205-officers-limited-to-countries', class: OfficersLimitedToCountries },
  { name: 'migration-20261206-work-given-to-persons', class: WorkGivenToPersons },
  { name: 'migration-20261207-inbox', class: Inbox },
  { name: 'migration-20261208-moved-deadlines', class: MovedDeadlines },
  { name: 'migration-20261209-calendar-addresses', class: CalendarAddresses },
  { name: 'migration-20261210-second-signature', class: SecondSignature },
  { name: 'migration-20261210-validation-rules', class: ValidationRules },
  { name: 'migration-20261211-every-release-is-counted', class: EveryReleaseIsCounted },
  { name: 'migration-20261211-values-in-work', class: ValuesInWork },
  { name: 'migration-20261212-references-of-many-rows', class: ReferencesOfManyRows },
  { name: 'migration-20261214-counts-by-their-end', class: CountsByTheirEnd },
  { name: 'migration-20261215-fewer-indexes-of-values', class: FewerIndexesOfValues },
  { name: 'migration-20261216-changed-framework', class: ChangedFramework },
];
