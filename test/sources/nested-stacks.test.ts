import { describe, expect, test } from 'vitest';
import { toPointer } from '../../src/pointer.ts';
import type { Report } from '../../src/report.ts';
import { saidOf, scanned, walked } from './scanned.ts';

/** A template with a client whose tokens live for long, if it gets an id for one, and with a nested stack. */
function stack(client?: string, child?: object): string {
  return JSON.stringify({
    Parameters: { Days: { Type: 'Number', Default: 3650 } },
    Resources: {
      Topic: { Type: 'AWS::SNS::Topic' },
      ...(client && {
        [client]: {
          Type: 'AWS::Cognito::UserPoolClient',
          Properties: {
            UserPoolId: { Ref: 'Pool' },
            PreventUserExistenceErrors: 'ENABLED',
            RefreshTokenRotation: { Feature: 'ENABLED' },
            ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
            RefreshTokenValidity: { Ref: 'Days' },
          },
        },
      }),
      ...(child && { Child: child }),
    },
  });
}

const local = {
  Type: 'AWS::CloudFormation::Stack',
  Properties: { TemplateURL: './child.json', Parameters: { Days: '1' } },
};

const application = { Type: 'AWS::Serverless::Application', Properties: { Location: 'child.json' } };

/** As `cdk synth` writes it. */
const asset = {
  Type: 'AWS::CloudFormation::Stack',
  Properties: { TemplateURL: { 'Fn::Sub': `https://s3.$\{AWS::Region}.amazonaws.com/assets/a1b2.json` } },
  Metadata: { 'aws:asset:path': 'child.json', 'aws:asset:property': 'TemplateURL' },
};

/** Each finding as its file, its client and its path. */
function placesOf({ findings }: Report): string[] {
  return findings.map(({ location, subject, path }) => {
    return `${location.document.uri} ${subject.identity.resource} ${toPointer(path)}`;
  });
}

describe('a nested stack has a template of its own', () => {
  test.each([
    { name: 'by a path', child: local },
    { name: 'of an application', child: application },
    { name: 'of the CDK', child: asset },
  ])('the templates of a folder are each read, once: $name', async ({ child }) => {
    const report = await walked({ 'parent.json': stack('Outer', child), 'child.json': stack('Inner') });
    expect(report.clients).toBe(2);
    expect(placesOf(report)).toEqual([
      'child.json Inner /RefreshTokenValidity',
      'parent.json Outer /RefreshTokenValidity',
    ]);
    expect(report.errors).toEqual([]);
  });

  test('its parameters have their own defaults, and messages say that these were taken', async () => {
    const { findings } = await walked({ 'parent.json': stack(undefined, local), 'child.json': stack('Inner') });
    expect(findings.map(({ message }) => message)).toEqual([
      'Refresh tokens live 3650 days, as the unit is days where none is set; the limit is 30 days (with the default of the parameter Days).',
    ]);
  });

  test('a template that is named alone gives its own clients', async () => {
    const report = await scanned(stack('Outer', local));
    expect([report.clients, report.errors]).toEqual([1, []]);
  });

  test('one without clients says where they are', async () => {
    expect(saidOf((await scanned(stack(undefined, local))).errors)).toEqual([
      '1: it is a CloudFormation template without an app client of its own; scan the templates of its nested stacks',
    ]);
  });
});
