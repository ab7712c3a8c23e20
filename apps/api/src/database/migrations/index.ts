import { Migration2026112501Framework } from './migration-20261125-01-framework.ts';
import { Migration2026112502People } from './migration-20261125-02-people.ts';
import { Migration2026112503Reporting } from './migration-20261125-03-reporting.ts';
import { Migration2026112504Publication } from './migration-20261125-04-publication.ts';
import { Migration2026112505ReleasedCounts } from './migration-20261125-05-released-counts.ts';
import { Migration2026112511Administration } from './migration-20261125-11-administration.ts';
import { Migration2026112510Imports } from './migration-20261125-10-imports.ts';
import { Migration2026112513Evidence } from './migration-20261125-13-evidence.ts';
import { Migration2026112512Notifications } from './migration-20261125-12-notifications.ts';
import { Migration2026112514FrameworkVersions } from './migration-20261125-14-framework-versions.ts';
import { Migration2026112515OfficerDesk } from './migration-20261125-15-officer-desk.ts';
import { Migration2026112540BreakdownTables } from './migration-20261125-40-breakdown-tables.ts';
import { Migration2026112560PeopleLeave } from './migration-20261125-60-people-leave.ts';
import { Migration2026112620ImportColumns } from './migration-20261126-20-import-columns.ts';
import { Migration2026112630PublicSafety } from './migration-20261126-30-public-safety.ts';
import { Migration2026112631WithdrawalCover } from './migration-20261126-31-withdrawal-cover.ts';
import { Migration2026112690CentresBehind } from './migration-20261126-90-centres-behind.ts';
import { Migration2026112720ReportingCalendar } from './migration-20261127-20-reporting-calendar.ts';
import { Migration2026112731Contact } from './migration-20261127-31-contact.ts';
import { Migration2026112740Following } from './migration-20261127-40-following.ts';
import { Migration2026112750ImportLookups } from './migration-20261127-50-import-lookups.ts';
import { Migration2026112751ReleaseHeaderLast } from './migration-20261127-51-release-header-last.ts';
import { Migration2026112810ImportAnswers } from './migration-20261128-10-import-answers.ts';
import { Migration2026112820BodyAndPeriod } from './migration-20261128-20-body-and-period.ts';
import { Migration2026112830SharedCounts } from './migration-20261128-30-shared-counts.ts';
import { Migration2026112850RuleHits } from './migration-20261128-50-rule-hits.ts';
import { Migration2026112870Accounts } from './migration-20261128-70-accounts.ts';
import { Migration2026112880AnnouncedMessages } from './migration-20261128-80-announced-messages.ts';
import { Migration2026112890EvidenceQuota } from './migration-20261128-90-evidence-quota.ts';
import { Migration2026112910Levels } from './migration-20261129-10-levels.ts';
import { Migration2026112920Subscribers } from './migration-20261129-20-subscribers.ts';
import { Migration2026112980NotesOnLaws } from './migration-20261129-80-notes-on-laws.ts';

/** In order. Listed by hand, so that the build needs no reading of folders. */
export const migrations = [
  { name: 'migration-20261125-01-framework', class: Migration2026112501Framework },
  { name: 'migration-20261125-02-people', class: Migration2026112502People },
  { name: 'migration-20261125-03-reporting', class: Migration2026112503Reporting },
  { name: 'migration-20261125-04-publication', class: Migration2026112504Publication },
  { name: 'migration-20261125-05-released-counts', class: Migration2026112505ReleasedCounts },
  { name: 'migration-20261125-11-administration', class: Migration2026112511Administration },
  { name: 'migration-20261125-10-imports', class: Migration2026112510Imports },
  { name: 'migration-20261125-13-evidence', class: Migration2026112513Evidence },
  { name: 'migration-20261125-12-notifications', class: Migration2026112512Notifications },
  { name: 'migration-20261125-14-framework-versions', class: Migration2026112514FrameworkVersions },
  { name: 'migration-20261125-15-officer-desk', class: Migration2026112515OfficerDesk },
  { name: 'migration-20261125-40-breakdown-tables', class: Migration2026112540BreakdownTables },
  { name: 'migration-20261125-60-people-leave', class: Migration2026112560PeopleLeave },
  { name: 'migration-20261126-20-import-columns', class: Migration2026112620ImportColumns },
  { name: 'migration-20261126-30-public-safety', class: Migration2026112630PublicSafety },
  { name: 'migration-20261126-31-withdrawal-cover', class: Migration2026112631WithdrawalCover },
  { name: 'migration-20261126-90-centres-behind', class: Migration2026112690CentresBehind },
  { name: 'migration-20261127-20-reporting-calendar', class: Migration2026112720ReportingCalendar },
  { name: 'migration-20261127-40-following', class: Migration2026112740Following },
  { name: 'migration-20261127-31-contact', class: Migration2026112731Contact },
  { name: 'migration-20261127-50-import-lookups', class: Migration2026112750ImportLookups },
  {
    name: 'migration-20261127-51-release-header-last',
    class: Migration2026112751ReleaseHeaderLast,
  },
  { name: 'migration-20261128-10-import-answers', class: Migration2026112810ImportAnswers },
  { name: 'migration-20261128-20-body-and-period', class: Migration2026112820BodyAndPeriod },
  { name: 'migration-20261128-30-shared-counts', class: Migration2026112830SharedCounts },
  { name: 'migration-20261128-50-rule-hits', class: Migration2026112850RuleHits },
  { name: 'migration-20261128-70-accounts', class: Migration2026112870Accounts },
  { name: 'migration-20261128-80-announced-messages', class: Migration2026112880AnnouncedMessages },
  { name: 'migration-20261128-90-evidence-quota', class: Migration2026112890EvidenceQuota },
  { name: 'migration-20261129-10-levels', class: Migration2026112910Levels },
  { name: 'migration-20261129-20-subscribers', class: Migration2026112920Subscribers },
  { name: 'migration-20261129-80-notes-on-laws', class: Migration2026112980NotesOnLaws },
];
