import { findNodeAtLocation, getNodeValue, parseTree } from 'jsonc-parser';
import { describe, expect, test } from 'vitest';
import { fromPointer } from '../../src/pointer.ts';
import { findingsOf, openRulesOf, rulesOf, saidOf, scanned, textAt, walked } from './scanned.ts';

/** A client that the recommended rules have nothing to say of, but for what a test lays over it. */
const GOOD = {
  AllowedOAuthFlowsUserPoolClient: true,
  AllowedOAuthFlows: ['code'],
  SupportedIdentityProviders: ['COGNITO'],
  UserPoolId: { Ref: 'Pool' },
  PreventUserExistenceErrors: 'ENABLED',
  RefreshTokenRotation: { Feature: 'ENABLED' },
  ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
};

type Json = Record<string, unknown>;

function template(properties: Json, others: Json = {}): Json {
  return {
    ...others,
    Resources: { Web: { Type: 'AWS::Cognito::UserPoolClient', Properties: { ...GOOD, ...properties } } },
  };
}

function withDefault(value: unknown, type = 'String', others: Json = {}): Json {
  return { Parameters: { P: { Type: type, Default: value, ...others } } };
}

const IF = (yes: unknown, no: unknown) => ({ 'Fn::If': ['IsProd', yes, no] });
/** As a text for Fn::Sub has it. */
const variable = (name: string) => `\${${name}}`;
const NO_VALUE = { Ref: 'AWS::NoValue' };

describe('values are read as CloudFormation reads them', () => {
  test.each([
    { name: 'a good client', properties: {}, rules: [] },
    { name: 'a number as a text', properties: { RefreshTokenValidity: '31' }, rules: ['refresh-token-validity-long'] },
    {
      name: 'a number as a text, with a unit',
      properties: { RefreshTokenValidity: '43200', TokenValidityUnits: { RefreshToken: 'minutes' } },
      rules: [],
    },
    {
      name: '"false" is no secret',
      properties: { GenerateSecret: 'false', EnablePropagateAdditionalUserContextData: true },
      rules: ['threat-context-without-secret'],
    },
    {
      name: '"true" is a secret',
      properties: { GenerateSecret: 'true', EnablePropagateAdditionalUserContextData: true },
      rules: [],
    },
    {
      name: 'no GenerateSecret is no secret',
      properties: { EnablePropagateAdditionalUserContextData: 'true' },
      rules: ['threat-context-without-secret'],
    },
    { name: 'revocation is on where nothing is said of it', properties: { EnableTokenRevocation: null }, rules: [] },
    {
      name: '"false" switches revocation off',
      properties: { EnableTokenRevocation: 'False' },
      rules: ['refresh-token-rotation-without-revocation', 'token-revocation-disabled'],
    },
    {
      name: 'AWS::NoValue is absent',
      properties: { PreventUserExistenceErrors: NO_VALUE },
      rules: ['user-existence-errors-legacy'],
    },
    {
      name: 'AWS::NoValue in a list is no entry',
      properties: { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', NO_VALUE] },
      rules: [],
    },
    {
      name: 'Fn::Sub without variables is its text',
      properties: { CallbackURLs: [{ 'Fn::Sub': `http://a.acme-corp.io/${variable('!x')}` }] },
      rules: ['redirect-http-callback', 'redirect-wildcard'],
    },
  ])('$name', async ({ properties, rules }) => {
    const report = await scanned(template(properties));
    expect(rulesOf(report)).toEqual(rules);
    expect(openRulesOf(report)).toEqual({});
    expect(saidOf(report.errors)).toEqual([]);
  });

  test.each([
    { word: 'true', rules: [] },
    { word: 'Yes', rules: [] },
    { word: 'on', rules: [] },
    { word: 'false', rules: ['token-revocation-disabled'] },
    { word: 'no', rules: ['token-revocation-disabled'] },
    { word: 'OFF', rules: ['token-revocation-disabled'] },
  ])('a word of YAML is a boolean: $word', async ({ word, rules }) => {
    const text = [
      'Resources:',
      '  Web:',
      '    Type: AWS::Cognito::UserPoolClient',
      '    Properties:',
      `      EnableTokenRevocation: ${word}`,
    ].join('\n');
    const report = await scanned(text, 'template.yaml');
    expect(rulesOf(report).filter((rule) => rule.startsWith('token-revocation'))).toEqual(rules);
    expect(report.errors).toEqual([]);
  });
});

describe('what is known after the deployment alone is not evaluated, and the rest is', () => {
  const rule = 'refresh-token-validity-long';
  const days = { RefreshTokenValidity: { Ref: 'P' } };
  test.each([
    {
      name: 'a parameter without a default',
      properties: days,
      others: { Parameters: { P: { Type: 'Number' } } },
      reason: 'the parameter P has no default',
    },
    {
      name: 'a parameter of the parameter store',
      properties: days,
      others: withDefault('/days', 'AWS::SSM::Parameter::Value<String>'),
      reason: 'the parameter P is read from the parameter store',
    },
    {
      name: 'a parameter that is not to be shown',
      properties: days,
      others: withDefault(3650, 'Number', { NoEcho: true }),
      reason: 'the parameter P is not to be shown (NoEcho)',
    },
    {
      name: 'a pseudo parameter',
      properties: { RefreshTokenValidity: { Ref: 'AWS::StackName' } },
      reason: 'it refers to the pseudo parameter AWS::StackName, which is known when the stack is deployed',
    },
    {
      name: 'a resource',
      properties: { RefreshTokenValidity: { Ref: 'Web' } },
      reason: 'it refers to the resource Web, which is known when the stack is deployed',
    },
    { name: 'a name that is nowhere', properties: days, reason: 'it refers to P, which is not in the template' },
    {
      name: 'a name that is made by a function, as AWS::LanguageExtensions has it',
      properties: { RefreshTokenValidity: { Ref: { 'Fn::Sub': 'P' } } },
      reason: 'Ref of a function is worked out when the stack is deployed',
    },
    {
      name: 'an import',
      properties: { RefreshTokenValidity: { 'Fn::ImportValue': 'x' } },
      reason: 'Fn::ImportValue is worked out when the stack is deployed',
    },
    {
      name: 'a text with variables',
      properties: { RefreshTokenValidity: { 'Fn::Sub': [variable('X'), { X: 1 }] } },
      reason: 'Fn::Sub fills in its variables when the stack is deployed',
    },
    {
      name: 'a dynamic reference',
      properties: { RefreshTokenValidity: '{{resolve:ssm:/days}}' },
      reason: 'a dynamic reference is resolved when the stack is deployed',
    },
    {
      name: 'a dynamic reference as a default',
      properties: days,
      others: withDefault('{{resolve:ssm:/days}}'),
      reason: 'a dynamic reference is resolved when the stack is deployed',
    },
    {
      name: 'a dynamic reference in a default that is a list',
      properties: days,
      others: withDefault('3650,{{resolve:ssm:/days}}', 'CommaDelimitedList'),
      reason: 'a dynamic reference is resolved when the stack is deployed',
    },
    {
      name: 'properties that a macro adds',
      properties: { 'Fn::Transform': { Name: 'AWS::Include' } },
      reason: 'Fn::Transform may set it',
    },
  ])('$name', async ({ properties, others, reason }) => {
    const report = await scanned(template({ LogoutURLs: ['javascript:1'], ...properties }, others));
    expect(openRulesOf(report)[rule]).toBe(`RefreshTokenValidity: ${reason}`);
    expect(rulesOf(report)).toContain('redirect-dangerous-scheme');
  });

  test('an entry of a list hides no other entry', async () => {
    const urls = [{ 'Fn::GetAtt': ['Site', 'Url'] }, 'http://a.acme-corp.io/cb'];
    const report = await scanned(template({ CallbackURLs: urls }));
    expect(rulesOf(report)).toEqual(['redirect-http-callback']);
    expect(openRulesOf(report)['redirect-http-callback']).toContain('Fn::GetAtt');
  });
});

describe('the default of a parameter stands for it, and the message says so', () => {
  test.each([
    {
      name: 'a number',
      properties: { RefreshTokenValidity: { Ref: 'P' } },
      others: withDefault(3650, 'Number'),
      finding: 'refresh-token-validity-long',
    },
    {
      name: 'a text in a list',
      properties: { CallbackURLs: ['https://a.acme-corp.io', { Ref: 'P' }] },
      others: withDefault('http://b.acme-corp.io'),
      finding: 'redirect-http-callback',
    },
    {
      name: 'a list of texts',
      properties: { CallbackURLs: { Ref: 'P' } },
      others: withDefault('https://a.acme-corp.io, http://b.acme-corp.io', 'CommaDelimitedList'),
      finding: 'redirect-http-callback',
    },
    {
      name: 'a switch that another setting needs',
      properties: { AllowedOAuthFlowsUserPoolClient: { Ref: 'P' }, AllowedOAuthFlows: ['implicit'] },
      others: withDefault('true'),
      finding: 'oauth-implicit-grant',
    },
    {
      name: 'whether there is a secret',
      properties: { GenerateSecret: { Ref: 'P' }, EnablePropagateAdditionalUserContextData: true },
      others: withDefault('false'),
      finding: 'threat-context-without-secret',
    },
  ])('$name', async ({ properties, others, finding }) => {
    const report = await scanned(template(properties, others));
    const { message } = report.findings.find(({ rule }) => rule.id === finding) ?? {};
    expect(message).toMatch(/ \(with the default of the parameter P\)\.$/);
    expect(openRulesOf(report)).toEqual({});
  });

  test('a finding that needs no default does not mention one', async () => {
    const urls = ['http://a.acme-corp.io', { Ref: 'P' }];
    const report = await scanned(template({ CallbackURLs: urls }, withDefault('http://b.acme-corp.io')));
    expect(report.findings.map(({ message }) => message)).toEqual([
      'http://a.acme-corp.io is reached in clear text.',
      'http://b.acme-corp.io is reached in clear text (with the default of the parameter P).',
    ]);
  });
});

describe('a condition', () => {
  const secretless = { EnablePropagateAdditionalUserContextData: true };
  const open = 'it depends on the condition IsProd';
  test.each([
    {
      name: 'both arms pass',
      properties: { PreventUserExistenceErrors: IF('ENABLED', 'ENABLED') },
      rules: [],
      open: {},
    },
    {
      name: 'both arms are reported, once',
      properties: { PreventUserExistenceErrors: IF('LEGACY', NO_VALUE) },
      rules: ['user-existence-errors-legacy'],
      open: {},
    },
    {
      name: 'one arm alone is reported',
      properties: { PreventUserExistenceErrors: IF('LEGACY', 'ENABLED') },
      rules: [],
      open: { 'user-existence-errors-legacy': `PreventUserExistenceErrors: ${open}` },
    },
    {
      name: 'an arm is not known',
      properties: { PreventUserExistenceErrors: IF('LEGACY', { Ref: 'P' }) },
      rules: [],
      open: { 'user-existence-errors-legacy': `PreventUserExistenceErrors: ${open}` },
    },
    {
      name: 'arms within arms',
      properties: { PreventUserExistenceErrors: IF({ 'Fn::If': ['IsEu', 'LEGACY', NO_VALUE] }, 'LEGACY') },
      rules: ['user-existence-errors-legacy'],
      open: {},
    },
    {
      name: 'an entry that is left out',
      properties: { AllowedOAuthFlows: ['code', IF('implicit', NO_VALUE)] },
      rules: [],
      open: { 'oauth-implicit-grant': `AllowedOAuthFlows: ${open}` },
    },
    {
      name: 'a bad entry beside an open one',
      properties: { AllowedOAuthFlows: ['code', 'implicit', IF('client_credentials', NO_VALUE)] },
      rules: ['oauth-implicit-grant'],
      open: {
        'oauth-client-credentials-mixed': `AllowedOAuthFlows: ${open}`,
        'oauth-client-credentials-no-secret': `AllowedOAuthFlows: ${open}`,
      },
    },
    {
      name: 'whole lists, bad in both arms',
      properties: {
        CallbackURLs: IF(['http://a.acme-corp.io'], ['https://b.acme-corp.io', 'http://c.acme-corp.io']),
      },
      rules: ['redirect-http-callback'],
      open: {},
    },
    {
      name: 'one condition in two settings holds for both',
      properties: { RefreshTokenValidity: IF(60, 30), TokenValidityUnits: { RefreshToken: IF('minutes', 'days') } },
      rules: [],
      open: {},
    },
    {
      name: 'a secret under a condition',
      properties: { ...secretless, GenerateSecret: IF(true, false) },
      rules: [],
      open: { 'threat-context-without-secret': `ClientSecret: ${open}` },
    },
    {
      name: 'no secret in either arm',
      properties: { ...secretless, GenerateSecret: IF(false, NO_VALUE) },
      rules: ['threat-context-without-secret'],
      open: {},
    },
  ])('$name', async ({ properties, rules, open }) => {
    const report = await scanned(template(properties));
    expect(rulesOf(report)).toEqual(rules);
    expect(openRulesOf(report)).toEqual(open);
  });

  test('that finds fault in each of two lists says in which case, at each place', async () => {
    const urls = IF(['http://a.acme-corp.io'], ['http://b.acme-corp.io']);
    const { findings } = await scanned(template({ CallbackURLs: urls }));
    expect(findings.map(({ message, location }) => [message, location.pointer])).toEqual([
      [
        'http://a.acme-corp.io is reached in clear text (if IsProd).',
        '/Resources/Web/Properties/CallbackURLs/Fn::If/1/0',
      ],
      [
        'http://b.acme-corp.io is reached in clear text (unless IsProd).',
        '/Resources/Web/Properties/CallbackURLs/Fn::If/2/0',
      ],
    ]);
  });

  test('that finds different faults in one setting says each, and in which case', async () => {
    const { findings } = await scanned(template({ RefreshTokenValidity: IF(400, 3650) }));
    expect(findings.map(({ message, location }) => [message, location.pointer])).toEqual([
      [
        expect.stringMatching(/^Refresh tokens live 400 days.* \(if IsProd\)\.$/),
        '/Resources/Web/Properties/RefreshTokenValidity/Fn::If/1',
      ],
      [
        expect.stringMatching(/^Refresh tokens live 3650 days.* \(unless IsProd\)\.$/),
        '/Resources/Web/Properties/RefreshTokenValidity/Fn::If/2',
      ],
    ]);
  });
});

const BAD = {
  AllowedOAuthFlows: ['code', 'implicit'],
  CallbackURLs: [{ 'Fn::Sub': 'http://a.acme-corp.io/cb' }, 'http://b.acme-corp.io/cb'],
  LogoutURLs: IF(['http://c.acme-corp.io'], { Ref: 'Urls' }),
  RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 45 },
  GenerateSecret: true,
  SupportedIdentityProviders: ['SAML'],
};

describe('a finding stands', () => {
  test('at the value, as an independent parser finds it', async () => {
    const report = await scanned(
      template(BAD, { Parameters: { Urls: { Type: 'CommaDelimitedList', Default: 'http://d.acme-corp.io' } } }),
    );
    expect(rulesOf(report).length).toBeGreaterThan(5);
    for (const { location, rule } of report.findings) {
      const tree = parseTree(location.document.text);
      const path = fromPointer(location.pointer).map((key) => (/^\d+$/.test(key) ? Number(key) : key));
      const node = tree && findNodeAtLocation(tree, path);
      const text = textAt(location);
      expect(node?.offset, `${rule.id} at ${location.pointer}`).toBe(location.region.offset);
      if (node?.type !== 'object' && node?.type !== 'array')
        expect(JSON.parse(text)).toEqual(node && getNodeValue(node));
      else expect(text).toBe(node.type === 'object' ? '{' : '[');
    }
  });

  test('at the type of the resource, where the setting is absent', async () => {
    const { findings } = await scanned(template({ PreventUserExistenceErrors: undefined }));
    expect(findings.map(({ location }) => [location.pointer, textAt(location)])).toEqual([
      ['/Resources/Web/Type', '"AWS::Cognito::UserPoolClient"'],
    ]);
  });

  test('at GenerateSecret, where it is about the secret', async () => {
    const { findings } = await scanned(template({ AllowedOAuthFlows: ['implicit'], GenerateSecret: true }));
    const { location } = findings.find(({ rule }) => rule.id === 'client-secret-in-public-app') ?? {};
    expect(location?.pointer).toBe('/Resources/Web/Properties/GenerateSecret');
  });

  test('on the lines of YAML in block style, flow style and long texts', async () => {
    const text = [
      '# a comment with 日本語',
      'Resources:',
      '  Web:',
      '    Properties:',
      '      CallbackURLs: &urls',
      '        - "http://a.acme-corp.io" # 日本語',
      '        - >-',
      '          http://b.acme-corp.io',
      '      AllowedOAuthFlows: [code, implicit]',
      '      LogoutURLs: *urls',
      '      AllowedOAuthFlowsUserPoolClient: True',
      '    Type: AWS::Cognito::UserPoolClient',
    ].join('\r\n');
    expect(findingsOf(await scanned(text, 'template.yaml'))).toEqual([
      'oauth-implicit-grant /AllowedOAuthFlows/1 9',
      'redirect-http-callback /CallbackURLs/0 6',
      'redirect-http-callback /CallbackURLs/1 7',
      'redirect-http-logout /LogoutURLs/0 6',
      'redirect-http-logout /LogoutURLs/1 7',
      'refresh-token-rotation-disabled /RefreshTokenRotation 12',
      'user-existence-errors-legacy /PreventUserExistenceErrors 12',
    ]);
  });
});

describe('clients go by their logical ids', () => {
  const two = (first: string, second: string) => ({
    Resources: {
      [first]: { Type: 'AWS::Cognito::UserPoolClient', Properties: { ...GOOD, LogoutURLs: ['javascript:1'] } },
      [second]: { Type: 'AWS::Cognito::UserPoolClient', Properties: { ...GOOD, LogoutURLs: ['javascript:1'] } },
    },
  });

  test('in the report and in the fingerprint', async () => {
    const { findings } = await scanned(two('Web', 'Native'));
    expect(findings.map(({ subject }) => subject.identity)).toEqual([{ resource: 'Web' }, { resource: 'Native' }]);
    expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });

  test('so that the order of resources and of settings does not matter', async () => {
    const fingerprints = async (content: object) =>
      (await scanned(content)).findings.map(({ fingerprint }) => fingerprint);
    expect(await fingerprints(two('Web', 'Native'))).toEqual((await fingerprints(two('Native', 'Web'))).reverse());
  });

  test('beside the name, where a template gives one, also by a default', async () => {
    const named = template({ ClientName: { Ref: 'P' }, LogoutURLs: ['javascript:1'] }, withDefault('shop'));
    const { findings } = await scanned(named);
    expect(findings[0]?.subject.identity).toEqual({ clientName: 'shop', resource: 'Web' });
  });
});

describe('templates', () => {
  const client = { Type: 'AWS::Cognito::UserPoolClient', Properties: GOOD };
  test.each([
    { name: 'a fragment without Resources', content: { UserPoolClient: client }, clients: 1 },
    { name: 'a resource without properties', content: { Resources: { A: { Type: client.Type } } }, clients: 1 },
    {
      name: 'several clients',
      content: { Resources: { A: client, B: client, C: { Type: 'Custom::UserPoolClient' } } },
      clients: 2,
    },
    { name: 'a list of templates', content: [{ Resources: { A: client } }, { Resources: { B: client } }], clients: 2 },
  ])('$name', async ({ content, clients }) => {
    const report = await scanned(content);
    expect(report.clients).toBe(clients);
    expect(report.errors).toEqual([]);
  });

  test('documents of YAML in one file', async () => {
    const document = 'Resources:\n  A:\n    Type: AWS::Cognito::UserPoolClient\n';
    const report = await scanned(`kind: Other\n---\n${document}---\n${document}`, 'all.yaml');
    expect(report.clients).toBe(2);
    expect(report.findings.map(({ location }) => location.region.startLine)).toEqual([5, 9, 5, 9]);
  });
});

describe('a client in a loop is judged once', () => {
  const bad = { ...GOOD, RefreshTokenValidity: 3650 };
  const web = { Type: 'AWS::Cognito::UserPoolClient', Properties: bad };
  const id = `Web${variable('Name')}`;
  const loop = (body: Json, name = 'Name') => [name, ['A', 'B'], body];

  test.each([
    { name: 'in the resources', resources: { 'Fn::ForEach::C': loop({ [id]: web }) }, at: 'Fn::ForEach::C/2' },
    {
      name: 'beside others',
      resources: { Pool: { Type: 'AWS::Cognito::UserPool' }, 'Fn::ForEach::C': loop({ Pool: {}, [id]: web }) },
      at: 'Fn::ForEach::C/2',
    },
    {
      name: 'in a loop in a loop',
      resources: { 'Fn::ForEach::C': loop({ 'Fn::ForEach::D': loop({ [id]: web }, 'Stage') }) },
      at: 'Fn::ForEach::C/2/Fn::ForEach::D/2',
    },
  ])('$name', async ({ resources, at }) => {
    for (const content of [{ Resources: resources }, resources]) {
      const report = await scanned(content);
      const base = content === resources ? '' : '/Resources';
      expect([report.clients, report.errors]).toEqual([1, []]);
      expect(report.findings.map(({ location }) => location.pointer)).toEqual([
        `${base}/${at}/${id}/Properties/RefreshTokenValidity`,
      ]);
      expect(report.findings.map(({ subject }) => subject.identity.resource)).toEqual([id]);
    }
  });

  test('on its line of YAML', async () => {
    const text = [
      'Transform: AWS::LanguageExtensions',
      'Resources:',
      '  Fn::ForEach::Clients:',
      '    - Name',
      '    - [A, B]',
      `    - Web${variable('Name')}:`,
      '        Type: AWS::Cognito::UserPoolClient',
      '        Properties:',
      '          ClientName: !Ref Name',
      '          EnableTokenRevocation: false',
    ].join('\n');
    expect(findingsOf(await scanned(text, 'template.yaml'))).toContain(
      'token-revocation-disabled /EnableTokenRevocation 10',
    );
  });

  const reason = 'it depends on the variable Name of the loop Fn::ForEach::C';
  test.each([
    { name: 'a reference', value: { Ref: 'Name' }, said: reason },
    { name: 'a text', value: `https://${variable('Name')}.acme-corp.io`, said: reason },
    { name: 'a text without signs', value: 'https://&{Name}.acme-corp.io', said: reason },
    { name: 'a text for Fn::Sub', value: { 'Fn::Sub': `http://${variable('Name')}` }, said: reason },
    {
      name: 'an arm of a condition',
      value: IF({ Ref: 'Name' }, { Ref: 'Name' }),
      said: reason,
    },
    {
      name: 'another resource of the loop',
      value: { Ref: 'Site' },
      said: 'it refers to the resource Site, which is known when the stack is deployed',
    },
    {
      name: 'a resource beside the loop',
      value: { Ref: 'Pool' },
      said: 'it refers to the resource Pool, which is known when the stack is deployed',
    },
  ])('and what it is made with is not known: $name', async ({ value, said }) => {
    const client = { Type: web.Type, Properties: { ...bad, CallbackURLs: value } };
    const body = { [id]: client, Site: { Type: 'AWS::S3::Bucket' } };
    const report = await scanned({ Resources: { Pool: {}, 'Fn::ForEach::C': loop(body) } });
    expect(rulesOf(report)).toEqual(['refresh-token-validity-long']);
    expect(openRulesOf(report)['redirect-http-callback']).toBe(`CallbackURLs: ${said}`);
  });

  test('a loop without clients, or that is none, is passed over', async () => {
    const loops = { 'Fn::ForEach::A': loop({ Pool: {} }), 'Fn::ForEach::B': 'x', 'Fn::ForEach::C': ['x'] };
    expect((await scanned({ Resources: { ...loops, Web: web } })).clients).toBe(1);
    expect(saidOf((await scanned({ Resources: loops })).errors)).toEqual([
      '1: it is a CloudFormation template without an app client',
    ]);
  });
});

describe('bad input gets one sentence with its line, and the rest is judged', () => {
  const rest = { LogoutURLs: ['javascript:1'] };
  test.each([
    {
      name: 'an unknown function',
      content: template({ ...rest, ClientName: { 'Fn::Foo': 'x' } }),
      said: [
        '26: Fn::Foo is no intrinsic function that this version knows, so ClientName is not judged; correct it if it is misspelt',
      ],
    },
    {
      name: 'a condition without its arms',
      content: template({ ...rest, ClientName: { 'Fn::If': ['C'] } }),
      said: ['26: Fn::If has not the operands that it needs, so ClientName is not judged; correct it'],
    },
    {
      name: 'a client that depends on itself',
      content: {
        Resources: {
          Web: { Type: 'AWS::Cognito::UserPoolClient', DependsOn: 'Site', Properties: { ...GOOD, ...rest } },
          Site: { Type: 'AWS::S3::Bucket', Properties: { Name: { 'Fn::Sub': `${variable('Web')}-site` } } },
        },
      },
      said: [
        '4: this app client depends on itself (Web needs Site needs Web), so the template cannot be deployed; break the circle',
      ],
    },
    {
      name: 'a text where a list belongs',
      content: template({ ...rest, CallbackURLs: 'https://a.acme-corp.io' }),
      said: [
        '26: CallbackURLs is a string, but the API has a list there, so it is not judged; correct the value, or export the client again',
      ],
    },
    {
      name: 'a text where a list belongs, in an arm',
      content: template({ ...rest, CallbackURLs: IF(NO_VALUE, 'https://a.acme-corp.io') }),
      said: [
        '32: CallbackURLs is a string, but the API has a list there, so it is not judged; correct the value, or export the client again',
      ],
    },
  ])('$name', async ({ content, said }) => {
    const report = await scanned(content);
    expect(saidOf(report.errors)).toEqual(said);
    expect(rulesOf(report)).toEqual(['redirect-dangerous-scheme']);
  });

  test('properties that are no map', async () => {
    const report = await scanned({ Resources: { A: { Type: 'AWS::Cognito::UserPoolClient', Properties: [] } } });
    expect(saidOf(report.errors)).toEqual([
      '5: the Properties of this app client are no map of settings, so it is not judged; correct them',
    ]);
  });

  test('a property of the name of the prototype hides none', async () => {
    const properties = JSON.parse('{"__proto__": {"PreventUserExistenceErrors": "ENABLED"}}');
    const report = await scanned(template({ ...properties, PreventUserExistenceErrors: undefined }));
    expect(rulesOf(report)).toEqual(['user-existence-errors-legacy']);
    expect(saidOf(report.notices)).toEqual([expect.stringContaining('__proto__ is not a member of the API')]);
  });

  test('outputs among the properties', async () => {
    const report = await scanned(template({ ClientId: 'abc' }));
    expect(saidOf(report.notices)).toEqual([
      '23: ClientId is an output of the resource, not a property that can be set: remove it',
    ]);
    expect(report.errors).toEqual([]);
  });

  test('YAML that does not parse', async () => {
    const report = await scanned('Resources:\n  UserPoolClient:\n    Type: [AWS::Cognito\n', 'broken.yaml');
    expect(saidOf(report.errors)).toEqual([
      '4: not valid YAML: the indentation does not fit what stands above, or a bracket is missing',
    ]);
  });
});

describe('a walk passes over', () => {
  test.each([
    { name: 'YAML of other things', file: 'k8s.yaml', text: 'kind: Deployment\nmetadata: {name: x}\n' },
    { name: 'YAML that is a template of text', file: 'helm.yaml', text: '{{- if .Values.x }}\na: b\n{{ end }}\n' },
    {
      name: 'a template without a client',
      file: 'a.template',
      text: 'Resources: {Pool: {Type: AWS::Cognito::UserPool}}',
    },
    { name: 'a custom resource', file: 'c.yaml', text: 'Resources: {UserPoolClient: {Type: Custom::UserPoolClient}}' },
    { name: 'a schema', file: 's.json', text: '{"typeName": "AWS::Cognito::UserPoolClient", "properties": {}}' },
    {
      name: 'a parameter file',
      file: 'p.json',
      text: '[{"ParameterKey": "UserPoolClientName", "ParameterValue": "x"}]',
    },
    { name: 'outputs of a stack', file: 'o.json', text: '{"Outputs": [{"OutputKey": "UserPoolClientId"}]}' },
  ])('$name, and names it where it was asked for', async ({ file, text }) => {
    const inWalk = await walked({ [file]: text });
    expect([inWalk.clients, saidOf(inWalk.errors), saidOf(inWalk.notices)]).toEqual([0, [], []]);
    const named = await scanned(text, file);
    expect(named.clients).toBe(0);
    expect(named.errors).toHaveLength(1);
  });
});
