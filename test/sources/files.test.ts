import { describe, expect, test } from 'vitest';
import { saidOf, scanned, walked } from './scanned.ts';

const CLIENT = '{"UserPoolClient": {"ClientId": "a", "ExplicitAuthFlows": []}}';
const TOLD = 'no line: it is nested too deeply to be read; scan its app clients from a file of their own';

function resource(value: string): string {
  return `{"Resources": {"Web": {"Type": "AWS::Cognito::UserPoolClient", "Properties": {"ClientName": ${value}}}}}`;
}

/** A value in as many others as nobody would write. */
function deep(before: string, value: string, after: string): string {
  return before.repeat(20_000) + value + after.repeat(20_000);
}

describe('a file that is nested too deeply is told, and the others are read', () => {
  test.each([
    { name: 'lists in a template', file: 'deep.json', text: resource(deep('[', '', ']')) },
    {
      name: 'conditions in a template',
      file: 'deep.json',
      text: resource(deep('{"Fn::If": ["C", 1, ', '2', ']}')),
    },
    {
      name: 'lists in a template of YAML',
      file: 'deep.yaml',
      text: `# YAML\n${resource(deep('[', '', ']'))}`,
      said: '2: not valid YAML: this is nested too deeply to be read',
    },
    {
      name: 'modules of a state',
      file: 'deep.json',
      text: `{"format_version": "1.0", "values": {"root_module": ${deep('{"child_modules": [', '{}', ']}')}}}`,
    },
  ])('$name', async ({ file, text, said = TOLD }) => {
    const report = await walked({ 'a.json': CLIENT, [file]: text, 'z.json': CLIENT });
    expect(report.clients).toBe(2);
    expect(saidOf(report.errors)).toEqual([said]);
    expect(report.errors.map(({ uri }) => uri)).toEqual([file]);
  });
});

test.each([
  { name: 'an object', text: '\n{"level": "info"}\n' },
  { name: 'a list', text: '\n[{"level": "info"}, {"level": "info"}]\n' },
  { name: 'lines', text: '\n{"level": "info"}\n{"level": "info"}\n' },
])('that there is no client is told where the values begin: $name', async ({ text }) => {
  expect(saidOf((await scanned(text)).errors)).toEqual([expect.stringMatching(/^2: there is no app client in it/)]);
});
