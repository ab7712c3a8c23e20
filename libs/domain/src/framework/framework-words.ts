// The closed lists of words that a framework is described with; the database and both GraphQL schemas have the same ones.

export const ACTION_KINDS = ['PRIORITY', 'FINDING'] as const;

/** Does a country report it, or the region as a whole? */
export const SCOPES = ['COUNTRY', 'REGION'] as const;

/** How the figures of the countries make one for the region. */
export const REGIONAL_METHODS = ['SUM', 'MEAN', 'RATIO', 'WEIGHTED_MEAN', 'COUNT_YES'] as const;

/** The part of a figure about shelters that is the number of centres. */
export const CENTRES_IN = ['VALUE', 'NUMERATOR', 'DENOMINATOR', 'ELSEWHERE'] as const;

/** Why values before and after a year cannot be compared. */
export const BREAK_KINDS = ['definition', 'source', 'law', 'method'] as const;

/** Where an element of a law comes from: the law's written definition, or the action's own words. */
export const ELEMENT_ORIGINS = ['DEFINITION', 'SEED'] as const;

export const SOURCE_KINDS = ['DATASET', 'LAW', 'OFFICIAL', 'MEDIA', 'ORGANISATION'] as const;
