import { test } from 'vitest';
import rule from '../../src/rules/attr-read-sensitive-custom.ts';
import { testRule } from '../../src/testing.ts';

const words = [
  'secret',
  'password',
  'passwd',
  'pwd',
  'pin',
  'token',
  'apikey',
  'privatekey',
  'salt',
  'hash',
  'ssn',
  'taxid',
  'passport',
  'iban',
  'cvv',
  'cardnumber',
  'creditcard',
  'dob',
  'diagnosis',
];

testRule(
  rule,
  {
    valid: [
      { name: 'an absent list is another rule', client: { ClientName: 'web' } },
      { name: 'null is absent', client: { ReadAttributes: null } },
      { name: 'an empty list is absent', client: { ReadAttributes: [] } },
      {
        name: 'standard attributes are not judged by their names',
        client: { ReadAttributes: ['email', 'token', 'password'] },
      },
      {
        name: 'words are whole: none of these is in the list',
        client: {
          ReadAttributes: ['custom:keynote', 'custom:spinner', 'custom:hashtag', 'custom:basalt', 'custom:tokens'],
        },
      },
      { name: 'a prefix alone has no words', client: { ReadAttributes: ['custom:'] } },
      {
        name: 'allowed names pass',
        client: { ReadAttributes: ['custom:token_color', 'custom:pin'] },
        options: { allow: ['custom:token_color', 'custom:pin'] },
      },
      {
        name: 'a machine client has no users',
        client: {
          AllowedOAuthFlowsUserPoolClient: true,
          AllowedOAuthFlows: ['client_credentials'],
          ReadAttributes: ['custom:ssn'],
        },
      },
      {
        name: 'users may write it: that is another rule',
        client: { ReadAttributes: ['email'], WriteAttributes: ['custom:ssn'] },
      },
    ],
    invalid: [
      {
        name: 'a name that is the word is reported',
        client: { ReadAttributes: ['email', 'custom:ssn'] },
        problems: [['/ReadAttributes/1', 'ID tokens carry custom:ssn, and "ssn" sounds sensitive.']],
      },
      {
        name: 'two words in camel case are one of the list',
        client: { ReadAttributes: ['custom:apiKey'] },
        problems: [['/ReadAttributes/0', 'ID tokens carry custom:apiKey, and "apikey" sounds sensitive.']],
      },
      {
        name: 'two words with a separator between them are one of the list',
        client: { ReadAttributes: ['custom:card-number', 'custom:TAX_ID'] },
        problems: [
          ['/ReadAttributes/0', 'ID tokens carry custom:card-number, and "cardnumber" sounds sensitive.'],
          ['/ReadAttributes/1', 'ID tokens carry custom:TAX_ID, and "taxid" sounds sensitive.'],
        ],
      },
      {
        name: 'a developer attribute is reported, with and without custom:',
        client: { ReadAttributes: ['dev:custom:salt', 'dev:iban'] },
        problems: [
          ['/ReadAttributes/0', 'ID tokens carry dev:custom:salt, and "salt" sounds sensitive.'],
          ['/ReadAttributes/1', 'ID tokens carry dev:iban, and "iban" sounds sensitive.'],
        ],
      },
      {
        name: 'an entry that stands twice is reported at its first place',
        client: { ReadAttributes: ['custom:dob', 'email', 'custom:dob'] },
        problems: [['/ReadAttributes/0', 'ID tokens carry custom:dob, and "dob" sounds sensitive.']],
      },
      {
        name: 'the option allows whole names, not words',
        client: { ReadAttributes: ['custom:token_color', 'custom:token'] },
        options: { allow: ['custom:token_color'] },
        problems: [['/ReadAttributes/1', 'ID tokens carry custom:token, and "token" sounds sensitive.']],
      },
      {
        name: 'a known entry is reported beside one of a wrong type',
        client: { ReadAttributes: [7, 'custom:pin'] },
        problems: [['/ReadAttributes/1', 'ID tokens carry custom:pin, and "pin" sounds sensitive.']],
        notEvaluated: 'ReadAttributes',
      },
      {
        name: 'a request is judged',
        client: { ReadAttributes: ['custom:passport'] },
        form: 'request',
        problems: [['/ReadAttributes/0', 'ID tokens carry custom:passport, and "passport" sounds sensitive.']],
      },
      ...words.map(
        (word) =>
          ({
            name: `${word} is a sensitive word`,
            client: { ReadAttributes: [`custom:${word}`] },
            problems: [['/ReadAttributes/0', `ID tokens carry custom:${word}, and "${word}" sounds sensitive.`]],
          }) as const,
      ),
    ],
    unknown: [
      {
        name: 'a text where the list belongs is not searched',
        client: { ReadAttributes: 'custom:ssn' },
        field: 'ReadAttributes',
      },
      {
        name: 'a sensitive name is open where the grants are of a wrong type',
        client: { ReadAttributes: ['custom:ssn'], AllowedOAuthFlowsUserPoolClient: 'yes' },
        field: 'AllowedOAuthFlowsUserPoolClient',
      },
    ],
  },
  test,
);
