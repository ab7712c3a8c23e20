import { SHEET_KEYS, type SheetKey } from '@qadam/domain';

/** How the metadata sheet of an indicator is described by SDMX: the flow, its structure, and what a set of it is about. */
export const METADATA = {
  flow: 'MDF_INDICATORS',
  structure: 'MSD_INDICATORS',
  /** An indicator is a code of this list. */
  list: 'CL_INDICATOR',
  /** What SDMX 2.1 has besides: the kind of report, of target, and what the target names. */
  report: 'INDICATOR_SHEET',
  target: 'INDICATOR_TARGET',
  object: 'INDICATOR',
} as const;

export type MetadataKey = 'definition' | SheetKey;

/** In the order in which the page of an indicator tells them. */
export const METADATA_KEYS: readonly MetadataKey[] = ['definition', ...SHEET_KEYS];

/** `sourceType` is SOURCE_TYPE, as an attribute and as the concept that it is of. */
export const metadataId = (key: MetadataKey): string =>
  key.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
