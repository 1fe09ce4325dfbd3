import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import schema from '../../docs/json.schema.json' with { type: 'json' };
import { lint } from '../../src/lint.ts';
import type { Report } from '../../src/report.ts';
import { json } from '../../src/reports/json.ts';
import { reportOf } from './posture-fixture.ts';

const print = (report: Report) => [...json(report)].join('');

const validate = new Ajv({ strict: true, allErrors: true }).compile(schema);
/** The schema lets readers of today read what is added tomorrow; that the program adds nothing in silence is for here. */
const validateClosed = new Ajv({ allErrors: true }).compile(closed(schema) as object);

function closed(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(closed);
  if (typeof part !== 'object' || part === null) return part;
  const entries = Object.entries(part).map(([key, value]) => [key, closed(value)]);
  const isObject = 'properties' in part && 'type' in part && part.type === 'object';
  return { ...Object.fromEntries(entries), ...(isObject && { additionalProperties: false }) };
}

const nothing = lint(
  { subjects: [], errors: [{ path: 'a.json', message: 'cannot be read' }, { message: 'no access' }], notices: [] },
  [],
);

describe('docs/json.schema.json', () => {
  test.each<[string, () => Promise<Report>]>([
    ['friendly clients', () => reportOf('clients.json')],
    ['hostile names', () => reportOf('hostile.json')],
    ['no client, and errors without a file', async () => nothing],
    ['suppressed findings', async () => ({ ...(await reportOf('clients.json')), suppressed: 3 })],
  ])('describes the whole output for %s', async (_name, report) => {
    const output: unknown = JSON.parse(print(await report()));
    validate(output);
    expect(validate.errors).toBeNull();
    validateClosed(output);
    expect(validateClosed.errors).toBeNull();
  });

  test.each<[string, (output: Record<string, never>) => void]>([
    ['another version', (output) => Object.assign(output, { version: 2 })],
    ['a level that is none', (output) => Object.assign(output['findings']?.[0] ?? {}, { level: 'fatal' })],
    ['a line 0', (output) => Object.assign(output['findings']?.[0]?.['location'] ?? {}, { startLine: 0 })],
    ['a finding without its rule', (output) => Object.assign(output['findings']?.[0] ?? {}, { rule: undefined })],
    ['a summary without a count', (output) => Object.assign(output['summary'] ?? {}, { notEvaluated: undefined })],
  ])('does not take %s', async (_name, spoil) => {
    const output = JSON.parse(print(await reportOf('clients.json')));
    spoil(output);
    expect(validate(JSON.parse(JSON.stringify(output)))).toBe(false);
  });

  test('each of its members stands in the output of the fixture, and in docs/json.md', async () => {
    const output = print(await reportOf('clients.json'));
    const page = readFileSync('docs/json.md', 'utf8');
    const members = [schema, ...Object.values(schema.definitions)].flatMap(({ properties }) => Object.keys(properties));
    expect(members.length).toBeGreaterThan(30);
    expect(members.filter((member) => !page.includes(`\`${member}\``))).toEqual([]);
    expect(members.filter((member) => !output.includes(`"${member}":`))).toEqual(['account', 'resource']);
  });
});

describe('docs/json.md', () => {
  test('its example is in the schema', () => {
    const [, example = ''] = /```json\n([\s\S]*?)```/.exec(readFileSync('docs/json.md', 'utf8')) ?? [];
    validateClosed(JSON.parse(example));
    expect(validateClosed.errors).toBeNull();
  });
});

describe('json', () => {
  test('hostile names are the same data and harmless where they are printed', async () => {
    const report = await reportOf('hostile.json');
    const output = print(report);
    expect(output).not.toMatch(/[^\P{C}\n]/u);
    const names = JSON.parse(output).findings.map(({ client }: { client: object }) => client);
    expect(names).toEqual(report.findings.map(({ subject }) => subject.identity));
  });

  test('the summary counts what is listed', async () => {
    const { summary, findings, notEvaluated, errors } = JSON.parse(print(await reportOf('clients.json')));
    expect(summary.error + summary.warning + summary.note).toBe(findings.length);
    expect([summary.notEvaluated, summary.errors]).toEqual([notEvaluated.length, errors.length]);
  });
});
