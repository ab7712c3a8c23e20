/** A rule of the official ruleset, which must hold for every node of its path. */
interface Rule {
  /** Its number in the ruleset of IATI 2.03, or what it demands where that has no number. */
  name: string;
  path: string;
  holds: string;
  /** A document that breaks the rule: it proves that the rule finds something. */
  broken: string;
}

const activity = (content: string) =>
  `<iati-activity><reporting-org ref="XX-1"/><iati-identifier>XX-1-A</iati-identifier>${content}</iati-activity>`;
const indicator = (measure: number, content: string) =>
  `<indicator measure="${String(measure)}">${content}</indicator>`;
const period = (content: string) => `<period>${content}</period>`;
const NUMBER = 'matches(@value, "^-?[0-9]+(\\.[0-9]+)?$")';

/**
 * The rules of IATI's standard ruleset that an activity with results but without money can break, in our words (exchange.md 4).
 * The file itself is not part of this repository.
 */
export const RULES: readonly Rule[] = [
  {
    name: '1.1.3',
    path: '//iati-activity',
    holds: 'iati-identifier != reporting-org/@ref',
    broken:
      '<iati-activity><reporting-org ref="XX-1"/><iati-identifier>XX-1</iati-identifier></iati-activity>',
  },
  {
    name: '1.1.21',
    path: '//iati-activity',
    holds: 'starts-with(iati-identifier, reporting-org/@ref)',
    broken:
      '<iati-activity><reporting-org ref="XX-1"/><iati-identifier>A-XX-1</iati-identifier></iati-activity>',
  },
  {
    name: 'identifiers hold none of / & | ?',
    path: '//iati-identifier/text() | //reporting-org/@ref | //participating-org/@ref',
    holds: 'matches(string(.), "^[^/&|?]+$")',
    broken: '<participating-org ref="XX/1"/>',
  },
  {
    name: 'a participating organisation has a reference or a name',
    path: '//participating-org',
    holds: '@ref or narrative',
    broken: '<participating-org role="4"/>',
  },
  {
    name: '3.1.2',
    path: '//iati-activity',
    holds: 'abs(sum(recipient-country/@percentage) - 100) < 0.001',
    broken: activity('<recipient-country percentage="50"/><recipient-country percentage="49"/>'),
  },
  {
    name: 'no share is negative',
    path: '//recipient-country/@percentage | //sector/@percentage',
    holds: 'number(.) >= 0',
    broken: '<recipient-country percentage="-1"/>',
  },
  {
    name: '3.7.1',
    path: '//iati-activity',
    holds: 'count(recipient-country | recipient-region) > 0',
    broken: activity(''),
  },
  {
    name: '4.1.1',
    path: '//iati-activity',
    holds: "@*[name() = 'xml:lang']",
    broken: activity('<title><narrative>No language</narrative></title>'),
  },
  {
    name: '6.2.2',
    path: '//iati-activity',
    holds: 'count(sector) > 0',
    broken: activity(''),
  },
  {
    name: 'several sectors of a vocabulary share 100 per cent',
    path: '//iati-activity[count(sector) > 1]',
    holds:
      'every $v in distinct-values(sector/@vocabulary) satisfies sum(sector[@vocabulary = $v]/@percentage) = 100',
    broken: activity(
      '<sector vocabulary="1" percentage="60"/><sector vocabulary="1" percentage="50"/>',
    ),
  },
  {
    name: '6.11.1',
    path: '//iati-activity',
    holds: "activity-date[@type = '1' or @type = '2']",
    broken: activity('<activity-date type="3" iso-date="2030-12-31"/>'),
  },
  {
    name: 'an activity does not end before it starts',
    path: '//iati-activity',
    holds:
      "not(activity-date[@type = '1' or @type = '2']/@iso-date > activity-date[@type = '3' or @type = '4']/@iso-date)",
    broken: activity(
      '<activity-date type="2" iso-date="2022-09-14"/><activity-date type="3" iso-date="2021-12-31"/>',
    ),
  },
  {
    name: '11.1.4',
    path: "//activity-date[@type = '2' or @type = '4']",
    // Today, as for releases, is the day in the country where it begins first.
    holds:
      "string(@iso-date) <= substring(string(current-dateTime() + xs:dayTimeDuration('PT6H')), 1, 10)",
    broken: '<activity-date type="2" iso-date="2999-01-01"/>',
  },
  {
    name: '11.1.1',
    path: '//@last-updated-datetime',
    holds: 'xs:dateTime(string(.)) <= current-dateTime()',
    broken: '<iati-activity last-updated-datetime="2999-01-01T00:00:00Z"/>',
  },
  {
    name: '6.14.1',
    path: "//policy-marker[not(@vocabulary) or @vocabulary = '1']",
    holds: '@significance',
    broken: '<policy-marker vocabulary="1" code="1"/>',
  },
  {
    name: '8.6.1',
    path: '//period',
    holds: 'period-start/@iso-date <= period-end/@iso-date',
    broken: period('<period-start iso-date="2025-01-01"/><period-end iso-date="2024-12-31"/>'),
  },
  {
    name: '8.8.1',
    path: "//indicator[@measure != '5']/baseline",
    holds: '@value',
    broken: indicator(1, '<baseline year="2020"/>'),
  },
  {
    name: '8.8.2',
    path: '//baseline[@value]',
    holds: NUMBER,
    broken: '<baseline value="1 200,5"/>',
  },
  {
    name: '8.8.3',
    path: "//indicator[@measure = '5']/baseline",
    holds: 'not(@value)',
    broken: indicator(5, '<baseline value="1"/>'),
  },
  {
    name: '8.9.1',
    path: "//indicator[@measure != '5']/period/target",
    holds: '@value',
    broken: indicator(2, period('<target/>')),
  },
  { name: '8.9.2', path: '//target[@value]', holds: NUMBER, broken: '<target value="50 %"/>' },
  {
    name: '8.9.3',
    path: "//indicator[@measure = '5']/period/target",
    holds: 'not(@value)',
    broken: indicator(5, period('<target value="1"/>')),
  },
  {
    name: '8.10.1',
    path: "//indicator[@measure != '5']/period/actual",
    holds: '@value',
    broken: indicator(4, period('<actual/>')),
  },
  { name: '8.10.2', path: '//actual[@value]', holds: NUMBER, broken: '<actual value=""/>' },
  {
    name: '8.10.3',
    path: "//indicator[@measure = '5']/period/actual",
    holds: 'not(@value)',
    broken: indicator(5, period('<actual value="0"/>')),
  },
  {
    name: '8.11.1',
    path: '//result[reference]',
    holds: 'not(indicator/reference)',
    broken: '<result><reference/><indicator><reference/></indicator></result>',
  },
  {
    name: 'a location of a figure is one of its activity',
    path: '//result//location',
    holds: '@ref = ancestor::iati-activity/location/@ref',
    broken: activity('<location ref="KZ"/><result><location ref="UZ"/></result>'),
  },
  {
    name: 'a narrative says something',
    path: '//narrative',
    holds: 'string-length(.) > 0',
    broken: '<narrative/>',
  },
];
