import type { AppClient } from '../client/app-client.ts';
import { ofEach } from '../client/entries.ts';
import type { Token } from '../client/lifetimes.ts';
import { defineRule, type Problem } from '../rule.ts';

export default defineRule({
  id: 'token-validity-unit-suspect',
  title: 'Token lifetime probably meant another unit',
  level: 'note',
  severity: '2.2',
  precision: 'low',
  preset: 'pedantic',
  area: 'tokens',
  why:
    '15 without a unit is 15 hours and 60 is 60 days. Both are common copy mistakes, and the sessions are ' +
    'far longer than intended.',
  fix: 'Add the unit.',
  whenAbsent:
    'This rule is about the unit that is not set. `TokenValidityUnits: {}` is what the service returns ' + 'then.',
  notReported: 'A meant 90 days.',
  references: ['units'],
  cwe: [613],
  asvs: ['7.3.2'],
  nist: ['CM-6'],
  examples: {
    bad: { AccessTokenValidity: 15, TokenValidityUnits: {} },
    good: { AccessTokenValidity: 15, TokenValidityUnits: { AccessToken: 'minutes' } },
  },
  remedy: 'which unit is meant, a person must decide',
  *check({ client }) {
    yield* ofEach(SUSPECTS, (suspect) => suspicions(client, suspect));
  },
});

type Suspect = readonly [token: Token, unit: string, values: readonly number[]];

/** Values that are usual in a smaller unit. */
const SUSPECTS: readonly Suspect[] = [
  ['Access', 'hours', [5, 10, 15, 20]],
  ['Id', 'hours', [5, 10, 15, 20]],
  ['Refresh', 'days', [60, 90, 120, 720, 1440]],
];

function* suspicions(client: AppClient, [token, unit, values]: Suspect): Generator<Problem> {
  const member = `${token}TokenValidity` as const;
  const value = client[member];
  if (value === undefined || !values.includes(value) || client.TokenValidityUnits?.[`${token}Token`]) return;
  const meant = token === 'Refresh' ? 'another unit' : 'minutes';
  yield {
    path: [member],
    message: `${member} is ${value} without a unit, so ${value} ${unit}; it looks like ${meant}.`,
  };
}
