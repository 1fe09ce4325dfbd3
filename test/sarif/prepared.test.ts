import type { Log } from 'sarif';
import { expect, test } from 'vitest';
import { rules } from '../../src/rules/index.ts';
import { toTaxon, weaknessesOf } from '../../src/sarif/cwe.ts';
import { toDescriptor } from '../../src/sarif/rule.ts';
import { cognitoLint } from '../cli/program.ts';
import { temporaryFolder } from '../temporary.ts';

const json = (value: unknown) => JSON.parse(JSON.stringify(value));

test('the built program says of every rule and weakness what they say themselves', async () => {
  const cwd = temporaryFolder({ 'client.json': '{"UserPoolClient":{"ClientId":"a1"}}' });
  const { stdout } = await cognitoLint(['scan', 'client.json', '--preset', 'pedantic', '--format', 'sarif'], { cwd });
  const [run] = (JSON.parse(stdout) as Log).runs;
  expect(run?.tool.driver.rules).toEqual(json(rules.map(toDescriptor)));
  expect(run?.taxonomies?.[0]?.taxa).toEqual(json(weaknessesOf(rules).map(toTaxon)));
});

test("a rule of one's own stands among them, with a weakness that no other has", async () => {
  const cwd = temporaryFolder({
    'client.json': '{"UserPoolClient":{"ClientId":"a1","ClientName":"web"}}',
    'cognito-lint.config.json': JSON.stringify({ plugins: ['./mine.mjs'] }),
    'mine.mjs': `export default {
      id: 'acme/name', title: 'The name is bad', level: 'warning', severity: '5.0', precision: 'high',
      preset: 'recommended', area: 'hygiene', why: 'Why.', fix: 'Fix.', references: ['client'], cwe: [204, 1],
      examples: { bad: { ClientName: 'web' }, good: { ClientName: 'app' } },
      *check({ client }) { if (client.ClientName === 'web') yield { path: ['ClientName'], message: 'It is web.' }; },
    };`,
  });
  const { stdout, stderr } = await cognitoLint(['scan', 'client.json', '--format', 'sarif'], { cwd });
  expect(stderr).toBe('');
  const [run] = (JSON.parse(stdout) as Log).runs;
  const described = run?.tool.driver.rules ?? [];
  const result = run?.results?.find(({ ruleId }) => ruleId === 'acme/name');
  expect(described[result?.ruleIndex ?? -1]).toMatchObject({ id: 'acme/name', help: { text: 'Why.\n\nFix: Fix.' } });
  const taxa = run?.taxonomies?.[0]?.taxa ?? [];
  expect(result?.taxa?.map(({ index }) => taxa[index ?? -1]?.name)).toEqual(['ObservableResponseDiscrepancy', 'Cwe1']);
});
