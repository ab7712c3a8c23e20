import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Described, Nullable } from '../../graphql/fields.ts';
import { Release } from './page-parts.type.ts';

@ObjectType({ description: 'All values of a release in one format.' })
export class DataFile {
  @Field(() => ID) id!: string;
  @Described(String, 'The address on this site.') path!: string;
  @Field(() => String) mediaType!: string;
  @Nullable(
    Int,
    'Size of the file in bytes; null for a large release, which is not written only to measure it.',
  )
  bytes!: number | null;
}

@ObjectType({ description: 'A whole release in a standard that other systems read.' })
export class DataStandard {
  @Field(() => ID) id!: string;
  @Described(String, 'The address on this site.') path!: string;
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
  @Described(
    Int,
    'The number of sources under this licence; 0 for figures that the reporting bodies sent themselves.',
  )
  sources!: number;
}

@ObjectType({ description: 'The files and standards in which a release can be downloaded.' })
export class OpenData {
  @Field(() => Release) release!: Release;
  @Field(() => Int) rows!: number;
  @Field(() => Int) hidden!: number;
  @Nullable(Int) firstYear!: number | null;
  @Nullable(Int) lastYear!: number | null;
  @Field(() => [DataFile]) files!: DataFile[];
  @Described(
    [DataStandard],
    'SDMX and DHIS2, and IATI if an organisation reports to IATI from this site.',
  )
  standards!: DataStandard[];
  @Described([DataSubject], 'The indicators that have a row in the files.')
  indicators!: DataSubject[];
  @Described([LicenceShare], 'The licences of the rows, the most frequent first.')
  licences!: LicenceShare[];
}
