import type { Texts } from '../../../graphql/local-text.type.ts';

export const AGENCY = 'QADAM';
/** The version of every structure that we maintain. A change that breaks a reader needs a new one. */
export const VERSION = '1.0.0';
export const CONCEPTS = 'CS_QADAM';

/** How a component is filled: from a code list, by a decimal, by a text or by a year. */
export type Representation = 'CODE' | 'DECIMAL' | 'TEXT' | 'YEAR';

export interface Component {
  id: string;
  representation: Representation;
  /** The id of its code list, if it is filled from one. */
  list?: string;
}

export interface Attribute extends Component {
  /** Does it vary with every observation, or only from series to series? */
  level: 'SERIES' | 'OBSERVATION';
  mandatory: boolean;
}

export interface Cube {
  flow: string;
  structure: string;
  name: 'indicators' | 'targets' | 'levels';
  /** In the order of the key; the last is TIME_PERIOD. */
  dimensions: readonly Component[];
  attributes: readonly Attribute[];
}

/** A cell in the form that every writer takes. */
export interface Observation {
  /** A value for each dimension of the cube. */
  key: readonly string[];
  value: string | null;
  /** In the order of the cube's attributes. */
  attributes: readonly (string | Texts | null)[];
  /** When the release in which the cell last changed was published. */
  updated: string;
  /** Observations of one series come in one block, and blocks come one after the other. */
  block: string;
}

const coded = (id: string, list = `CL_${id}`): Component => ({ id, representation: 'CODE', list });
const attribute = (
  component: Component,
  level: Attribute['level'] = 'OBSERVATION',
  mandatory = false,
): Attribute => ({ ...component, level, mandatory });

export const YEAR: Component = { id: 'TIME_PERIOD', representation: 'YEAR' };
/** The only measure of every cube. */
export const VALUE: Component = { id: 'OBS_VALUE', representation: 'DECIMAL' };
const AREA = coded('REF_AREA', 'CL_AREA');
const UNIT = [
  attribute(coded('UNIT_MEASURE'), 'SERIES', true),
  attribute(coded('UNIT_MULT'), 'SERIES', true),
];
const STATUS = [
  attribute(coded('OBS_STATUS'), 'OBSERVATION', true),
  attribute(coded('CONF_STATUS'), 'OBSERVATION', true),
];
const named = (name: Cube['name']) => ({
  name,
  flow: `DF_${name.toUpperCase()}`,
  structure: `DSD_${name.toUpperCase()}`,
});
const text = (id: string): Attribute => attribute({ id, representation: 'TEXT' });
const decimal = (id: string): Attribute => attribute({ id, representation: 'DECIMAL' });

/** The released values (exchange.md 3.1). CUST_BREAKDOWN is the indicator's own further breakdown, as the SDG structure names it. */
export const INDICATORS: Cube = {
  ...named('indicators'),
  dimensions: [
    coded('FREQ'),
    AREA,
    coded('INDICATOR'),
    coded('SEX'),
    coded('AGE'),
    coded('URBANISATION'),
    coded('CUST_BREAKDOWN', 'CL_BREAKDOWN'),
    YEAR,
  ],
  attributes: [
    ...UNIT,
    ...STATUS,
    decimal('NUMERATOR'),
    decimal('DENOMINATOR'),
    text('SOURCE_DETAIL'),
    text('COMMENT_OBS'),
    text('LICENCE'),
    text('TIME_DETAIL'),
    text('FACT_DATE'),
    text('PROVISION'),
    attribute(coded('BASIS')),
  ],
};

/** Baselines and targets, which belong to a country and an indicator as a whole. */
export const TARGETS: Cube = {
  ...named('targets'),
  dimensions: [coded('FREQ'), AREA, coded('INDICATOR'), coded('MEASURE_TYPE'), YEAR],
  attributes: [
    ...UNIT,
    attribute(coded('PROGRESS_STATUS'), 'SERIES'),
    attribute(coded('TARGET_KIND')),
    ...STATUS,
    text('SOURCE_DETAIL'),
    text('COMMENT_OBS'),
  ],
};

/**
 * How far the actions and indicators are, in per cent, as of the year of a release. A cube of its own, because a level can
 * change while the figures that it was made from stay the same.
 */
export const LEVELS: Cube = {
  ...named('levels'),
  dimensions: [coded('FREQ'), AREA, coded('SUBJECT'), YEAR],
  attributes: [
    ...UNIT,
    ...STATUS,
    decimal('LEVEL_LOW'),
    decimal('LEVEL_HIGH'),
    attribute(coded('WORD', 'CL_LEVEL_WORD')),
    attribute(coded('MOVEMENT')),
    attribute(coded('PROGRESS_STATUS')),
    text('METHOD_VERSION'),
  ],
};

export const CUBES: readonly Cube[] = [INDICATORS, TARGETS, LEVELS];

export const blockOf = ({ block }: Observation): string => block;
export const seriesKey = ({ key }: Observation): string => key.slice(0, -1).join('.');
export const dimensionAt = (cube: Cube, id: string): number =>
  cube.dimensions.findIndex((dimension) => dimension.id === id);
