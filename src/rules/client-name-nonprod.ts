import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'client-name-nonprod',
  title: 'Client name suggests test or development use',
  level: 'note',
  severity: '2.0',
  precision: 'low',
  preset: 'pedantic',
  area: 'hygiene',
  why:
    'App clients of a pool share one user directory, so a forgotten test client with weak flows opens the ' +
    'production users. Attackers look for the weakest client id of a pool.',
  fix: 'Move it to its own pool or delete it.',
  whenAbsent: 'A client without a name passes.',
  notReported: 'Pools for development.',
  references: ['apps'],
  cwe: [489],
  asvs: ['15.2.3'],
  nist: ['CM-7', 'CM-8'],
  examples: {
    bad: { ClientName: 'my-test-app' },
    good: { ClientName: 'latest-portal' },
  },
  remedy: 'whether the client is still needed, a person must decide',
  *check({ client }) {
    const word = NONPROD.exec(client.ClientName ?? '')?.[2];
    if (word)
      yield {
        path: ['ClientName'],
        message: `ClientName has the word "${word}", so the client may not be meant for production.`,
      };
  },
});

const NONPROD =
  /(^|[\W_])(test(?:ing)?|dev(?:elop(?:ment)?)?|demo|poc|tmp|temp|sandbox|local|sample|example|staging|stage|uat|qa|old|legacy|delete|deprecated)([\W_]|$)/i;
