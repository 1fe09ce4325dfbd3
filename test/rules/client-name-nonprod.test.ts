import { test } from 'vitest';
import rule from '../../src/rules/client-name-nonprod.ts';
import { testRule } from '../../src/testing.ts';

const message = (word: string) => `ClientName has the word "${word}", so the client may not be meant for production.`;

const words = [
  'test',
  'testing',
  'dev',
  'develop',
  'development',
  'demo',
  'poc',
  'tmp',
  'temp',
  'sandbox',
  'local',
  'sample',
  'example',
  'staging',
  'stage',
  'uat',
  'qa',
  'old',
  'legacy',
  'delete',
  'deprecated',
];

testRule(
  rule,
  {
    valid: [
      { name: 'no name', client: { ClientId: '7abc' } },
      { name: 'null is no name', client: { ClientName: null } },
      { name: 'an empty text is no name', client: { ClientName: '' } },
      { name: 'a name of none of the words', client: { ClientName: 'web' } },
      { name: 'words are whole: latest has none', client: { ClientName: 'latest-portal' } },
      {
        name: 'words are whole: devices, protest and golden have none',
        client: { ClientName: 'devices protest_golden' },
      },
      { name: 'words are whole: a number is a part of one', client: { ClientName: 'test1' } },
      { name: 'words are whole: camel case is not taken apart', client: { ClientName: 'devPortal' } },
    ],
    invalid: [
      {
        name: 'a word between hyphens is reported',
        client: { ClientName: 'my-test-app' },
        problems: [['/ClientName', message('test')]],
      },
      {
        name: 'a word alone is reported',
        client: { ClientName: 'staging' },
        problems: [['/ClientName', message('staging')]],
      },
      {
        name: 'the case makes no difference, and the message keeps it',
        client: { ClientName: 'Portal DEV' },
        problems: [['/ClientName', message('DEV')]],
      },
      {
        name: 'an underscore ends a word',
        client: { ClientName: 'web_old' },
        problems: [['/ClientName', message('old')]],
      },
      {
        name: 'a word that begins with another of the list is named whole',
        client: { ClientName: 'web (development)' },
        problems: [['/ClientName', message('development')]],
      },
      {
        name: 'of several words the first is named',
        client: { ClientName: 'legacy.demo' },
        problems: [['/ClientName', message('legacy')]],
      },
      {
        name: 'a machine client is judged, as it is in the same pool',
        client: { ClientName: 'uat', ExplicitAuthFlows: ['ALLOW_CLIENT_TOKEN_AUTH'] },
        problems: [['/ClientName', message('uat')]],
      },
      {
        name: 'a request is judged',
        client: { ClientName: 'sandbox', AuthSessionValidity: 3 },
        form: 'request',
        problems: [['/ClientName', message('sandbox')]],
      },
      ...words.map(
        (word) =>
          ({
            name: `${word} between underscores is reported`,
            client: { ClientName: `web_${word}_1` },
            problems: [['/ClientName', message(word)]],
          }) as const,
      ),
    ],
    unknown: [{ name: 'a name of a wrong type', client: { ClientName: ['test'] }, field: 'ClientName' }],
  },
  test,
);
