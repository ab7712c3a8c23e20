import { SHEET_KEYS, type SheetKey } from '@qadam/domain';

/** The ids by which SDMX describes the metadata sheet of an indicator: the flow, its structure, and the list that sets refer to. */
export const METADATA = {
  flow: 'MDF_INDICATORS',
  structure: 'MSD_INDICATORS',
  /** The code list whose codes are the indicators. */
  list: 'CL_INDICATOR',
  /** Ids that only SDMX 2.1 needs: of the report, of the target, and of what the target names. */
  report: 'INDICATOR_SHEET',
  target: 'INDICATOR_TARGET',
  object: 'INDICATOR',
} as const;

export type MetadataKey = 'definition' | SheetKey;

/** In the order of an indicator's page. */
export const METADATA_KEYS: readonly MetadataKey[] = ['definition', ...SHEET_KEYS];

/** The id of a heading, as an attribute and as its concept: `sourceType` is SOURCE_TYPE. */
export const metadataId = (key: MetadataKey): string =>
  key.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
