import { describe, expect, test } from 'vitest';
import { excerpt } from '../../src/locate/excerpt.ts';
import { openRulesOf, rulesOf, saidOf, scanned } from './scanned.ts';

const SECRET = 'q7WvN2mXk9Lr4TzB8YcJ5HsD3FgP6aE1';
const settings = { ClientId: 'abc', UserPoolId: 'eu-west-1_AbCdEfGhI', PreventUserExistenceErrors: 'LEGACY' };

function item(configuration: unknown, others: object = {}): Record<string, unknown> {
  const resourceType = 'AWS::Cognito::UserPoolClient';
  return {
    resourceType,
    resourceId: 'abc',
    awsRegion: 'eu-west-1',
    awsAccountId: '123456789012',
    configuration,
    ...others,
  };
}

const asText = JSON.stringify(settings);
const controlled = {
  TypeName: 'AWS::Cognito::UserPoolClient',
  ResourceDescription: { Identifier: 'x', Properties: asText },
};

/** What token-revocation-disabled reads of a client. */
const READ = ['EnableTokenRevocation', 'AllowedOAuthFlowsUserPoolClient', 'AllowedOAuthFlows', 'ExplicitAuthFlows'];

describe('records of clients are told by content', () => {
  test.each([
    { name: 'an item', content: item(settings), pointer: '/configuration/PreventUserExistenceErrors' },
    { name: 'an item with a text', content: item(asText), pointer: '/configuration' },
    {
      name: 'a snapshot',
      content: { configurationItems: [{ resourceType: 'AWS::S3::Bucket' }, item(settings)] },
      pointer: '/configurationItems/1/configuration/PreventUserExistenceErrors',
    },
    {
      name: 'batch-get-resource-config',
      content: { baseConfigurationItems: [item(asText)] },
      pointer: '/baseConfigurationItems/0/configuration',
    },
    { name: 'select-resource-config', content: { Results: [JSON.stringify(item(settings))] }, pointer: '/Results/0' },
    {
      name: 'a message',
      content: { configurationItem: item(settings) },
      pointer: '/configurationItem/configuration/PreventUserExistenceErrors',
    },
    {
      name: 'batch-get-aggregate-resource-config',
      content: { BaseConfigurationItems: [item(asText)], UnprocessedResourceIdentifiers: [] },
      pointer: '/BaseConfigurationItems/0/configuration',
    },
    {
      name: 'get-aggregate-resource-config',
      content: { ConfigurationItem: item(settings) },
      pointer: '/ConfigurationItem/configuration/PreventUserExistenceErrors',
    },
    { name: 'a list of items', content: [item(settings)], pointer: '/0/configuration/PreventUserExistenceErrors' },
    { name: 'an answer of Cloud Control', content: controlled, pointer: '/ResourceDescription/Properties' },
  ])('$name', async ({ content, pointer }) => {
    const report = await scanned(content);
    expect(report.clients).toBe(1);
    expect(report.errors).toEqual([]);
    const { location } = report.findings.find(({ rule }) => rule.id === 'user-existence-errors-legacy') ?? {};
    expect(location?.pointer).toBe(pointer);
  });

  test('a client of a record has the account and the region of the item', async () => {
    const { findings } = await scanned(item(settings));
    expect(findings[0]?.subject.identity).toMatchObject({
      account: '123456789012',
      region: 'eu-west-1',
      clientId: 'abc',
    });
  });

  test.each([
    { name: 'all of it', fields: ['resourceType', 'configuration'], isOpen: false },
    {
      name: 'some of it',
      fields: ['configuration.ClientId', 'configuration.TokenValidityUnits.IdToken'],
      isOpen: true,
    },
    { name: 'what the rule reads', fields: ['ClientId', ...READ].map((one) => `configuration.${one}`), isOpen: false },
    { name: 'no field that is known', fields: ['resourceId', 7], isOpen: false },
  ])('what a query did not select is not known: $name', async ({ fields, isOpen }) => {
    const Results = [JSON.stringify(item({ ClientId: 'abc' }))];
    const report = await scanned({ Results, QueryInfo: { SelectFields: fields.map((Name) => ({ Name })) } });
    const rule = 'token-revocation-disabled';
    expect(rulesOf(report).includes(rule)).toBe(!isOpen);
    expect(openRulesOf(report)[rule]).toBe(isOpen ? 'EnableTokenRevocation: the query did not select it' : undefined);
  });

  test('of a history the latest item counts, whatever the order', async () => {
    const old = item(settings, { configurationItemCaptureTime: '2026-01-01T00:00:00Z' });
    const good = { ...settings, PreventUserExistenceErrors: 'ENABLED' };
    const latest = item(good, { configurationItemCaptureTime: '2026-02-01T00:00:00Z' });
    for (const configurationItems of [
      [old, latest],
      [latest, old],
    ]) {
      const report = await scanned({ configurationItems });
      expect(report.clients).toBe(1);
      expect(rulesOf(report)).not.toContain('user-existence-errors-legacy');
    }
  });

  const made = item(settings, { configurationItemCaptureTime: '2026-01-01T00:00:00Z' });
  const deleted = { configurationItemStatus: 'ResourceDeleted', configurationItemCaptureTime: '2026-02-01T00:00:00Z' };
  const madeAnew = item(settings, { configurationItemCaptureTime: '2026-03-01T00:00:00Z' });
  const other = item({ ...settings, ClientId: 'other' }, { resourceId: 'other' });
  test.each([
    { name: 'one that is deleted is no more', items: [made, item(settings, deleted), other] },
    { name: 'nor where its deletion has no settings', items: [made, item(undefined, deleted), other] },
    { name: 'nor where they are null', items: [item(null, deleted), made, other] },
    { name: 'one that was made anew is one', items: [madeAnew, item(null, deleted), made] },
    {
      name: 'items in texts count',
      items: [made, item(settings, deleted), other].map((one) => JSON.stringify(one)),
    },
  ])('of a history: $name', async ({ items }) => {
    const report = await scanned({ configurationItems: items });
    expect([report.clients, report.errors]).toEqual([1, []]);
  });
});

describe('no client, and one sentence', () => {
  test.each([
    {
      name: 'a deleted resource',
      content: item(settings, { configurationItemStatus: 'ResourceDeletedNotRecorded' }),
      said: 'it holds items of AWS Config, and none is of an app client that exists',
    },
    {
      name: 'a list of identifiers',
      content: { ResourceDescriptions: [{ Properties: '{"ClientId":"abc"}' }] },
      said: 'it is an answer of Cloud Control without the settings',
    },
    {
      name: 'a text that is no JSON',
      content: item('{"ClientId": '),
      said: 'the configuration of this app client is no object of settings',
    },
  ])('$name', async ({ content, said }) => {
    const report = await scanned(content);
    expect(report.clients).toBe(0);
    expect(saidOf(report.errors)).toEqual([expect.stringContaining(said)]);
  });
});

test('a secret within a text is shown nowhere', async () => {
  const properties = JSON.stringify({ ...settings, ClientSecret: SECRET });
  const { findings } = await scanned({ ...controlled, ResourceDescription: { Properties: properties } });
  expect(findings.map(({ rule }) => rule.id)).toContain('client-secret-in-input');
  for (const { location, message } of findings) {
    const { before, value, after } = excerpt(location.document, location.region, 400);
    expect(`${before}${value}${after}${message}`).not.toContain(SECRET);
  }
});

test('a secret in YAML is shown nowhere, also beside a finding on its line', async () => {
  const text = `UserPoolClient: {ClientId: abc, ClientSecret: ${SECRET}, PreventUserExistenceErrors: LEGACY}\n`;
  const { findings } = await scanned(text, 'client.yaml');
  expect(findings.map(({ rule }) => rule.id)).toContain('client-secret-in-input');
  for (const { location } of findings) {
    const { before, value, after } = excerpt(location.document, location.region, 400);
    expect(`${before}${value}${after}`).not.toContain(SECRET);
  }
});
