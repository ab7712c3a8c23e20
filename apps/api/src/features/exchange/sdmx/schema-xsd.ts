import { element } from '../markup.ts';
import { VALUE, type Attribute, type Component, type Cube } from './cube.ts';
import { namespaces, type MlVersion } from './ml.ts';
import type { StructureContext } from './structures.ts';
import { urn } from './urn.ts';

const XS = 'http://www.w3.org/2001/XMLSchema';

/** The namespace of the structure-specific data of a cube: it names the dimension at the level of observations. */
export const dataNamespace = ({ structure }: Cube, layout: string): string =>
  `${urn('DataStructure', structure)}:ObsLevelDim:${layout}`;

/** The XML schema of structure-specific data of a cube. Schemas of the standard are imported by file name only: whoever validates has them. */
export function schemaXsd(
  cube: Cube,
  layout: string,
  { lists }: Pick<StructureContext, 'lists'>,
  version: MlVersion,
): string {
  const { 'xmlns:dsd': dsd = '', 'xmlns:common': common = '' } = namespaces(version, {
    dsd: 'data/structurespecific',
    common: 'common',
  });
  const own = dataNamespace(cube, layout);
  const used = new Set([...cube.dimensions, ...cube.attributes].flatMap(({ list = [] }) => list));
  const head = { 'xmlns:xs': XS, 'xmlns:dsd': dsd, 'xmlns:common': common };
  const imported = (namespace: string, schemaLocation: string) =>
    element('xs:import', { namespace, schemaLocation });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(
    'xs:schema',
    { ...head, xmlns: own, targetNamespace: own, elementFormDefault: 'qualified' },
    imported(common, 'SDMXCommon.xsd'),
    imported(dsd, 'SDMXDataStructureSpecific.xsd'),
    ...[...used].map((list) => simpleType(list, [...(lists.get(list)?.keys() ?? [])])),
    ...types(cube, layout),
  )}\n`;
}

const simpleType = (name: string, codes: readonly string[]): string =>
  element(
    'xs:simpleType',
    { name },
    element(
      'xs:restriction',
      { base: 'xs:string' },
      ...codes.map((value) => element('xs:enumeration', { value })),
    ),
  );

function types(cube: Cube, layout: string): string[] {
  const isFlat = layout === 'AllDimensions';
  const inObservation = cube.dimensions.filter(({ id }) => isFlat || id === layout);
  const ofSeries = cube.dimensions.filter((dimension) => !inObservation.includes(dimension));
  // only series along time have their attributes at the series
  const isAlongTime = layout === 'TIME_PERIOD';
  const atSeries = cube.attributes.filter(({ level }) => isAlongTime && level === 'SERIES');
  const atObservation = cube.attributes.filter((one) => !atSeries.includes(one));
  const part = (name: string, type: string) =>
    element('xs:element', {
      ...{ name, type, form: 'unqualified', minOccurs: 0, maxOccurs: 'unbounded' },
    });
  const dimensions = (all: readonly Component[]) => all.map((one) => attribute(one, 'required'));
  // optional, because a question may leave attributes out
  const attributes = (all: readonly Attribute[]) => all.map((one) => attribute(one, 'optional'));
  return [
    restricted(
      'DataSetType',
      [part(isFlat ? 'Obs' : 'Series', isFlat ? 'ObsType' : 'SeriesType')],
      [],
    ),
    ...(isFlat
      ? []
      : [
          restricted(
            'SeriesType',
            [part('Obs', 'ObsType')],
            [...dimensions(ofSeries), ...attributes(atSeries)],
          ),
        ]),
    restricted(
      'ObsType',
      [],
      [...dimensions(inObservation), attribute(VALUE, 'optional'), ...attributes(atObservation)],
    ),
  ];
}

const restricted = (name: string, parts: readonly string[], own: readonly string[]): string =>
  element(
    'xs:complexType',
    { name },
    element(
      'xs:complexContent',
      {},
      element(
        'xs:restriction',
        { base: `dsd:${name}` },
        element(
          'xs:sequence',
          {},
          element('xs:element', { ref: 'common:Annotations', minOccurs: 0 }),
          ...parts,
        ),
        ...own,
      ),
    ),
  );

const TYPES = {
  DECIMAL: 'xs:decimal',
  TEXT: 'xs:string',
  YEAR: 'common:ObservationalTimePeriodType',
};

const attribute = ({ id, representation, list }: Component, use: string): string =>
  element('xs:attribute', {
    ...{ name: id, type: representation === 'CODE' ? list : TYPES[representation], use },
  });
