import { describe, expect, test } from 'vitest';
import { shape } from '../../src/client/shape.ts';
import { epochSeconds } from '../../src/client/time.ts';
import { UnknownValue } from '../../src/client/unknown.ts';

function deviations(client: Record<string, unknown>): string[] {
  return shape(structuredClone(client)).deviations.map(
    ({ severity, pointer, message }) => `${severity} ${pointer} ${message}`,
  );
}

/** What a rule sees of a member. */
function seen(client: Record<string, unknown>, member: string): unknown {
  try {
    return (shape(structuredClone(client)).client as Record<string, unknown>)[member];
  } catch (error) {
    return error;
  }
}

const ADVICE = 'so it is not judged; correct the value, or export the client again';

describe('a wrong type is an error at its place, and unknown to rules', () => {
  test.each([
    { member: 'ExplicitAuthFlows', value: 'ALLOW_USER_PASSWORD_AUTH', says: 'a string, but the API has a list' },
    { member: 'CallbackURLs', value: { a: 1 }, says: 'an object, but the API has a list' },
    { member: 'RefreshTokenValidity', value: '30', says: 'a string, but the API has an integer' },
    { member: 'RefreshTokenValidity', value: 30.5, says: 'a fraction, but the API has an integer' },
    { member: 'EnableTokenRevocation', value: 'false', says: 'a string, but the API has a boolean' },
    { member: 'EnableTokenRevocation', value: 0, says: 'a number, but the API has a boolean' },
    { member: 'TokenValidityUnits', value: 'days', says: 'a string, but the API has an object' },
    { member: 'PreventUserExistenceErrors', value: true, says: 'a boolean, but the API has a string' },
    { member: 'ClientName', value: ['a'], says: 'a list, but the API has a string' },
    { member: 'CreationDate', value: { $date: 1 }, says: 'an object, but the API has a date' },
    { member: 'ClientSecret', value: 7, says: 'a number, but the API has a string' },
  ])('$member: $value', ({ member, value, says }) => {
    expect(deviations({ [member]: value })).toEqual([`error /${member} ${member} is ${says} there, ${ADVICE}`]);
    expect(seen({ [member]: value }, member)).toBeInstanceOf(UnknownValue);
  });

  test('in a list and below a member, the very place is named', () => {
    expect(deviations({ CallbackURLs: ['https://a.io', 7], TokenValidityUnits: { IdToken: 1 } }).sort()).toEqual([
      `error /CallbackURLs/1 An entry of CallbackURLs is a number, but the API has a string there, ${ADVICE}`,
      `error /TokenValidityUnits/IdToken TokenValidityUnits.IdToken is a number, but the API has a string there, ${ADVICE}`,
    ]);
  });

  test('however long the list is', () => {
    expect(deviations({ CallbackURLs: [...Array(10).fill('https://a.io'), null] })).toEqual([
      `error /CallbackURLs/10 An entry of CallbackURLs is null, but the API has a string there, ${ADVICE}`,
    ]);
  });

  test('a member of an entry is none', () => {
    expect(deviations({ ClientSecrets: [{ ClientSecretId: 1 }] })).toEqual([
      `error /ClientSecrets/0/ClientSecretId ClientSecrets.ClientSecretId is a number, but the API has a string there, ${ADVICE}`,
    ]);
  });

  test('each of many is told, and the other members are judged', () => {
    const client = { ExplicitAuthFlows: 'a', LogoutURLs: 'b', ClientId: 'c' };
    expect(deviations(client)).toHaveLength(2);
    expect(seen(client, 'ClientId')).toBe('c');
  });
});

describe('what AWS may have added is a notice', () => {
  test.each([
    {
      name: 'a member',
      client: { Passkeys: true },
      says: ['notice /Passkeys Passkeys is not a member of the API that this version knows, so it is not judged'],
    },
    {
      name: 'a member below one that is known',
      client: { RefreshTokenRotation: { Feature: 'ENABLED', Mode: 'x' } },
      says: [
        'notice /RefreshTokenRotation/Mode RefreshTokenRotation.Mode is not a member of the API that this version knows, so it is not judged',
      ],
    },
    {
      name: 'a member whose name is long, which is not shown',
      client: { ['k'.repeat(50)]: 1 },
      says: [
        `notice /${'k'.repeat(50)} a member with a long or unusual name is not a member of the API that this version knows, so it is not judged`,
      ],
    },
    {
      name: 'a value',
      client: { PreventUserExistenceErrors: 'STRICT' },
      says: [
        'notice /PreventUserExistenceErrors "STRICT" is not a value of PreventUserExistenceErrors that this version knows, so it is not judged',
      ],
    },
    {
      name: 'a value in a list',
      client: { AllowedOAuthFlows: ['code', 'authorization_code'] },
      says: [
        'notice /AllowedOAuthFlows/1 "authorization_code" is not a value of AllowedOAuthFlows that this version knows, so it is not judged',
      ],
    },
    {
      name: 'a value of 40 characters',
      client: { ClientType: `v1.2-${'x'.repeat(35)}` },
      says: [
        `notice /ClientType "v1.2-${'x'.repeat(35)}" is not a value of ClientType that this version knows, so it is not judged`,
      ],
    },
    {
      name: 'a value of one more, which is not shown',
      client: { ClientType: 'x'.repeat(41) },
      says: ['notice /ClientType this text is not a value of ClientType that this version knows, so it is not judged'],
    },
    {
      name: 'a value that is no word, which is not shown',
      client: { PreventUserExistenceErrors: 'on\u001b[31m' },
      says: [
        'notice /PreventUserExistenceErrors this text is not a value of PreventUserExistenceErrors that this version knows, so it is not judged',
      ],
    },
  ])('$name', ({ client, says }) => {
    expect(deviations(client)).toEqual(says);
  });

  test('an unknown member may nest 100,000 levels deep', () => {
    const deep = JSON.parse(`{"Deep": ${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`);
    expect(shape(deep).deviations).toHaveLength(1);
  });
});

describe('there is nothing to say', () => {
  test('of the secrets that an audit lists', () => {
    const secret = { ClientSecretId: 'a', ClientSecretValue: '[REDACTED]', ClientSecretCreateDate: 1548108676.163 };
    expect(deviations({ ClientSecrets: [secret] })).toEqual([]);
  });

  test('of a value that a template leaves open, or an entry that it leaves out', () => {
    const unknown = new UnknownValue('ClientName', 'it hangs on a parameter');
    expect(shape({ ClientName: unknown, AllowedOAuthFlows: [undefined, 'code'] }).deviations).toEqual([]);
  });
});

test('a member that the form cannot carry is unknown to rules, whatever stands there', () => {
  const unknown = new UnknownValue('EnableTokenRevocation', 'a request need not say it');
  const { client, deviations } = shape({ EnableTokenRevocation: true, ClientName: 'web' }, [unknown]);
  expect(deviations).toEqual([]);
  expect(client).toHaveProperty('ClientName', 'web');
  expect(() => (client as { EnableTokenRevocation?: boolean }).EnableTokenRevocation).toThrow(unknown);
});

describe('other ways to say absent are undefined', () => {
  test.each([
    { member: 'ExplicitAuthFlows', value: null },
    { member: 'ExplicitAuthFlows', value: [] },
    { member: 'PreventUserExistenceErrors', value: null },
    { member: 'PreventUserExistenceErrors', value: '' },
    { member: 'EnableTokenRevocation', value: null },
    { member: 'TokenValidityUnits', value: null },
    { member: 'RefreshTokenValidity', value: null },
    { member: 'RefreshTokenValidity', value: 0 },
    { member: 'AccessTokenValidity', value: 0 },
    { member: 'IdTokenValidity', value: 0 },
    { member: 'AuthSessionValidity', value: 0 },
    { member: 'ClientName', value: '' },
    { member: 'CreationDate', value: '' },
    { member: 'CreationDate', value: null },
  ])('$member: $value', ({ member, value }) => {
    expect(deviations({ [member]: value })).toEqual([]);
    expect(seen({ [member]: value }, member)).toBeUndefined();
  });

  test.each([
    { member: 'EnableTokenRevocation', value: false },
    { member: 'RefreshTokenValidity', value: 1 },
    { member: 'TokenValidityUnits', value: {} },
  ])('but not $member: $value', ({ member, value }) => {
    expect(seen({ [member]: value }, member)).toEqual(value);
  });

  test('below a member, too', () => {
    expect(
      seen({ TokenValidityUnits: { IdToken: '', AccessToken: null, RefreshToken: 'days' } }, 'TokenValidityUnits'),
    ).toEqual({ RefreshToken: 'days' });
    expect(seen({ AnalyticsConfiguration: { RoleArn: '' } }, 'AnalyticsConfiguration')).toEqual({});
    expect(seen({ RefreshTokenRotation: { Feature: null } }, 'RefreshTokenRotation')).toEqual({});
  });
});

describe('dates', () => {
  test.each([
    {
      name: 'ISO with offset and microseconds (AWS CLI v2)',
      date: '2019-01-21T23:11:16.163000+01:00',
      seconds: 1548108676.163,
    },
    { name: 'epoch seconds (AWS CLI v1)', date: 1548108676.163, seconds: 1548108676.163 },
    { name: 'epoch milliseconds (emulators)', date: 1609687287123, seconds: 1609687287.123 },
    { name: 'ISO in UTC (emulators)', date: '2021-01-03T15:21:27.123Z', seconds: 1609687287.123 },
    { name: 'as Python prints it', date: '2025-07-29 16:35:04-07:00', seconds: 1753832104 },
    { name: 'the beginning of time', date: 0, seconds: 0 },
  ])('$name', ({ date, seconds }) => {
    expect(deviations({ CreationDate: date })).toEqual([]);
    expect(epochSeconds(date)).toBe(seconds);
  });

  test('a date that cannot be read is told beside a wrong type', () => {
    expect(deviations({ ClientName: 7, CreationDate: 'yesterday' })).toEqual([
      `error /ClientName ClientName is a number, but the API has a string there, ${ADVICE}`,
      'notice /CreationDate CreationDate cannot be read as a date, so it is not judged',
    ]);
  });

  test.each([
    'datetime.datetime(2022, 2, 15, 20, 34, 47, tzinfo=tzlocal())',
    'yesterday',
    '2022-13-45',
    'x2021-01-03T15:21:27Z',
    '2021-01-03T15:21:27Zx',
    1e300,
    -1e300,
  ])('%s is no date: a notice, and unknown to rules', (date) => {
    expect(deviations({ LastModifiedDate: date })).toEqual([
      'notice /LastModifiedDate LastModifiedDate cannot be read as a date, so it is not judged',
    ]);
    expect(seen({ LastModifiedDate: date }, 'LastModifiedDate')).toBeInstanceOf(UnknownValue);
  });
});
