import type { ReportingOrganisation } from './settings.ts';

/** As IATI registers organisations: the code of a register, and the number in it (org-id.guide). */
const REF = /^[A-Z]{2,}-[A-Z0-9]+-[^/&|?\s]+$/;
/** OrganisationType of IATI. */
const TYPE = /^(10|11|15|2[1-4]|30|40|60|7[0-3]|80|90)$/;
/** An unregistered identifier, so that the demonstration has a complete IATI file. */
const DEMONSTRATION = {
  ref: 'XX-DEMO-QADAM',
  type: '90',
  name: 'Demonstration of Qadam, no organisation',
};

/** All three or none. Without them a demonstration uses the identifier above, and anything else does not report. */
export function readReportingOrganisation(
  get: (name: string) => string | null,
  demo: boolean,
  problems: string[],
): ReportingOrganisation | null {
  const [ref, name] = [get('IATI_ORG_REF'), get('IATI_ORG_NAME')];
  const type = get('IATI_ORG_TYPE') ?? '90';
  if (ref === null) return demo ? DEMONSTRATION : null;
  if (!REF.test(ref)) problems.push('IATI_ORG_REF is not an identifier like XM-DAC-12345.');
  if (name === null) problems.push('IATI_ORG_NAME is needed with IATI_ORG_REF.');
  if (!TYPE.test(type)) problems.push('IATI_ORG_TYPE is not an organisation type of IATI.');
  return { ref, type, name: name ?? '' };
}
