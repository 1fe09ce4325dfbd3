import type { Log, Result, Run } from 'sarif';

/** One change to a good log that makes it a bad one. */
export interface Mutation {
  readonly name: string;
  readonly mutate: (log: Broken) => void;
}

/** A log whose every part may be wrong. */
// biome-ignore lint/suspicious/noExplicitAny: it is broken on purpose
type Broken = any;

const run = (change: (run: Broken) => void) => (log: Broken) => change(log.runs[0]);
const result = (change: (result: Broken) => void) => (log: Broken) => change(log.runs[0].results[0]);
const uri = (value: string) => result((one) => (one.locations[0].physicalLocation.artifactLocation.uri = value));
const rule = (change: (rule: Broken) => void) => (log: Broken) => change(log.runs[0].tool.driver.rules[0]);
const region = (change: (region: Broken) => void) => result((one) => change(one.locations[0].physicalLocation.region));

const many = (count: number) => (one: Run) => {
  const [first] = one.results ?? [];
  one.results = Array.from({ length: count }, (_, index): Result => {
    const partialFingerprints = { primaryLocationLineHash: `${index}:1` };
    return { ...(first as Result), partialFingerprints };
  });
};

/** The faults that a log must not have; at least one check refuses each. */
export const mutations: readonly Mutation[] = [
  { name: 'a message is missing', mutate: result((one) => delete one.message) },
  { name: 'a result has an unknown property', mutate: result((one) => (one.severity = 'high')) },
  { name: 'the version is 2.2', mutate: (log) => (log.version = '2.2') },
  { name: 'a rule stands twice', mutate: run((one) => one.tool.driver.rules.push(one.tool.driver.rules[0])) },
  { name: 'startLine is 0', mutate: region((one) => (one.startLine = 0)) },
  { name: 'a level is "high"', mutate: result((one) => (one.level = 'high')) },
  { name: 'a guid is "abc"', mutate: run((one) => (one.automationDetails.guid = 'abc')) },
  {
    name: 'a correlation guid is of version 7',
    mutate: result((one) => (one.correlationGuid = '0192d3f5-8f9a-7abc-8def-0123456789ab')),
  },
  { name: 'results are absent', mutate: run((one) => delete one.results) },
  { name: 'a uri has a blank', mutate: uri('my client.json') },
  { name: 'a uri has a backslash', mutate: uri('a\\client.json') },
  { name: 'locations are absent', mutate: result((one) => delete one.locations) },
  { name: 'locations are empty', mutate: result((one) => (one.locations = [])) },
  { name: 'a location is logical only', mutate: result((one) => delete one.locations[0].physicalLocation) },
  { name: 'a uri is an ARN', mutate: uri('arn:aws:cognito-idp:eu-west-1:123456789012:userpool/x') },
  { name: 'a uri is https', mutate: uri('https://example.com/client.json') },
  { name: 'a uri has a colon in its first segment', mutate: uri('eu-west-1:pool.json') },
  { name: 'a uri is an absolute file', mutate: uri('file:///tmp/client.json') },
  { name: 'a uri begins with ./', mutate: uri('./client.json') },
  { name: 'a region is absent', mutate: result((one) => delete one.locations[0].physicalLocation.region) },
  {
    name: 'a region has only a charOffset',
    mutate: result((one) => (one.locations[0].physicalLocation.region = { charOffset: 5, charLength: 2 })),
  },
  { name: 'endColumn is before startColumn', mutate: region((one) => (one.endColumn = one.startColumn - 1)) },
  { name: 'a ruleIndex is out of range', mutate: result((one) => (one.ruleIndex = 9999)) },
  {
    name: 'a ruleIndex is that of another rule',
    mutate: result((one) => (one.ruleIndex = one.ruleIndex === 0 ? 1 : 0)),
  },
  { name: 'a ruleId is unknown', mutate: result((one) => (one.ruleId = 'no-such-rule')) },
  { name: 'rules are absent', mutate: run((one) => delete one.tool.driver.rules) },
  { name: 'help.text is absent', mutate: rule((one) => delete one.help.text) },
  { name: 'a message has no text', mutate: result((one) => delete one.message.text) },
  { name: 'the name of a rule is its id', mutate: rule((one) => (one.name = one.id)) },
  { name: 'the $schema is another', mutate: (log) => (log.$schema = 'https://example.com/schema.json') },
  { name: 'security-severity is a number', mutate: rule((one) => (one.properties['security-severity'] = 7.5)) },
  { name: 'security-severity is "High"', mutate: rule((one) => (one.properties['security-severity'] = 'High')) },
  {
    name: 'a rule has 21 tags',
    mutate: rule(
      (one) => (one.properties.tags = ['security', ...Array.from({ length: 20 }, (_, index) => `tag-${index}`)]),
    ),
  },
  { name: 'two runs have one category', mutate: (log) => log.runs.push(log.runs[0]) },
  {
    name: 'there are 21 runs',
    mutate: (log) => {
      const [one] = log.runs;
      log.runs = Array.from({ length: 21 }, (_, index) => ({
        ...one,
        automationDetails: { id: `cognito-lint/${index}/` },
      }));
    },
  },
  { name: 'there are 25,001 results', mutate: run(many(25_001)) },
  { name: 'a link has no related location', mutate: result((one) => (one.message.text += ' See [the other](1).')) },
  { name: 'a link is forged', mutate: result((one) => (one.message.text += ' [click](javascript:alert(1))')) },
  { name: 'some results have suppressions', mutate: result((one) => (one.suppressions = [])) },
  {
    name: 'two results have one fingerprint',
    mutate: run((one) => one.results.push(structuredClone(one.results[0]))),
  },
];

/** The log with one change. */
export function mutated(log: Log, { mutate }: Mutation): Log {
  const copy = structuredClone(log);
  mutate(copy);
  return copy;
}
