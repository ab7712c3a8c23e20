import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Described, Nullable } from '../../graphql/fields.ts';
import { Release } from './page-parts.type.ts';

@ObjectType({ description: 'All values of a release in one format.' })
export class DataFile {
  @Field(() => ID) id!: string;
  @Described(String, 'Address below this site.') path!: string;
  @Field(() => String) mediaType!: string;
  @Nullable(Int, 'Null where the release is too large to be written down just to know.')
  bytes!: number | null;
}

@ObjectType({ description: 'All of a release by a standard that other systems read.' })
export class DataStandard {
  @Field(() => ID) id!: string;
  @Described(String, 'Address below this site.') path!: string;
  @Field(() => String) mediaType!: string;
}

@ObjectType()
export class DataSubject {
  @Field(() => ID) code!: string;
  @Field(() => LocalText) name!: LocalText;
  @Field(() => Int) rows!: number;
  @Field(() => Int) hidden!: number;
}

@ObjectType()
export class LicenceShare {
  @Field(() => String) licence!: string;
  @Field(() => Int) rows!: number;
  @Described(Int, 'Sources under this licence; 0 for what the reporting bodies themselves sent.')
  sources!: number;
}

@ObjectType({ description: 'What can be taken away of a release.' })
export class OpenData {
  @Field(() => Release) release!: Release;
  @Field(() => Int) rows!: number;
  @Field(() => Int) hidden!: number;
  @Nullable(Int) firstYear!: number | null;
  @Nullable(Int) lastYear!: number | null;
  @Field(() => [DataFile]) files!: DataFile[];
  @Described([DataStandard], 'SDMX, DHIS2, and IATI where an organisation reports to it from here.')
  standards!: DataStandard[];
  @Described([DataSubject], 'Indicators that have a row.') indicators!: DataSubject[];
  @Described([LicenceShare], 'The most frequent first.') licences!: LicenceShare[];
}
