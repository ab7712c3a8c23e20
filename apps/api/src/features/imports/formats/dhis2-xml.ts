import type { Format } from './format.ts';
import { type NamedRow, readNamed } from './named-rows.ts';
import { readXml, rootOf } from './xml.ts';

/** The dataValueSet of DHIS2 in XML: attributes of its root element hold for all values that do not have their own. */
export const dhis2Xml: Format = {
  name: 'dhis2-xml',
  recognises: (bytes) => rootOf(bytes) === 'dataValueSet',
  read: (bytes, options) => readNamed(() => rowsOf(bytes), options),
};

const SHARED = ['period', 'orgUnit', 'attributeOptionCombo'];

function rowsOf(bytes: Uint8Array): Iterable<NamedRow> {
  let shared: [string, string][] = [];
  return readXml<NamedRow>(bytes, (emit) => ({
    open: ({ name, attributes, line }) => {
      if (name === 'dataValueSet')
        shared = SHARED.flatMap((one) => {
          const text = attributes.get(one);
          return text === undefined ? [] : [[one, text]];
        });
      if (name !== 'dataValue') return;
      const others = shared.filter(([one]) => !attributes.has(one));
      emit({ line, named: [...attributes, ...others] });
    },
  }));
}
