import { test } from 'vitest';
import rule from '../../src/rules/attr-write-privileged-custom.ts';
import { testRule } from '../../src/testing.ts';

const words = [
  'role',
  'roles',
  'admin',
  'admins',
  'administrator',
  'isadmin',
  'superuser',
  'superadmin',
  'root',
  'group',
  'groups',
  'permission',
  'permissions',
  'privilege',
  'privileges',
  'scope',
  'scopes',
  'entitlement',
  'entitlements',
  'accesslevel',
  'tenant',
  'tenants',
  'tenantid',
  'org',
  'orgid',
  'organization',
  'organisation',
  'accountid',
  'companyid',
  'customerid',
  'workspaceid',
  'department',
  'dept',
  'costcenter',
  'tier',
  'plan',
  'subscription',
  'premium',
  'verified',
  'approved',
  'banned',
  'blocked',
  'kyc',
  'credit',
  'credits',
  'balance',
  'quota',
];

testRule(
  rule,
  {
    valid: [
      { name: 'an absent list is another rule', client: { ClientName: 'web' } },
      { name: 'null is absent', client: { WriteAttributes: null } },
      { name: 'an empty list is absent', client: { WriteAttributes: [] } },
      {
        name: 'profile data: company, status and owner alone are no authority',
        client: { WriteAttributes: ['name', 'custom:theme', 'custom:company', 'custom:status', 'custom:owner'] },
      },
      {
        name: 'words are whole: none of these is in the list',
        client: { WriteAttributes: ['custom:planet', 'custom:enrolment', 'custom:administration', 'custom:organ'] },
      },
      { name: 'standard attributes are not judged by their names', client: { WriteAttributes: ['role', 'tier'] } },
      {
        name: 'a prefix of another kind is none',
        client: { WriteAttributes: ['mycustom:role'] },
      },
      { name: 'reading it is fine', client: { ReadAttributes: ['custom:role'], WriteAttributes: ['name'] } },
      {
        name: 'allowed names pass',
        client: { WriteAttributes: ['custom:plan_view'] },
        options: { allow: ['custom:plan_view'] },
      },
      {
        name: 'a machine client has no users',
        client: {
          AllowedOAuthFlowsUserPoolClient: true,
          AllowedOAuthFlows: ['client_credentials'],
          WriteAttributes: ['custom:role'],
        },
      },
    ],
    invalid: [
      {
        name: 'each such name is reported, with the word that gives it away',
        client: { WriteAttributes: ['name', 'custom:role', 'custom:userTenant', 'custom:plan_view'] },
        problems: [
          ['/WriteAttributes/1', 'Users can write custom:role, and "role" sounds like authority.'],
          ['/WriteAttributes/2', 'Users can write custom:userTenant, and "tenant" sounds like authority.'],
          ['/WriteAttributes/3', 'Users can write custom:plan_view, and "plan" sounds like authority.'],
        ],
      },
      {
        name: 'two words are one of the list where neither is alone',
        client: { WriteAttributes: ['custom:accountId', 'custom:cost-center', 'custom:ACCESS_LEVEL'] },
        problems: [
          ['/WriteAttributes/0', 'Users can write custom:accountId, and "accountid" sounds like authority.'],
          ['/WriteAttributes/1', 'Users can write custom:cost-center, and "costcenter" sounds like authority.'],
          ['/WriteAttributes/2', 'Users can write custom:ACCESS_LEVEL, and "accesslevel" sounds like authority.'],
        ],
      },
      {
        name: 'a standard name after the prefix is custom',
        client: { WriteAttributes: ['custom:email_verified'] },
        problems: [
          ['/WriteAttributes/0', 'Users can write custom:email_verified, and "verified" sounds like authority.'],
        ],
      },
      {
        name: 'a developer attribute is custom',
        client: { WriteAttributes: ['dev:custom:groups'] },
        problems: [['/WriteAttributes/0', 'Users can write dev:custom:groups, and "groups" sounds like authority.']],
      },
      {
        name: 'an entry that stands twice is reported at its first place',
        client: { WriteAttributes: ['custom:isAdmin', 'custom:isAdmin'] },
        problems: [['/WriteAttributes/0', 'Users can write custom:isAdmin, and "admin" sounds like authority.']],
      },
      {
        name: 'the option allows whole names, not words',
        client: { WriteAttributes: ['custom:plan_view', 'custom:plan'] },
        options: { allow: ['custom:plan_view'] },
        problems: [['/WriteAttributes/1', 'Users can write custom:plan, and "plan" sounds like authority.']],
      },
      {
        name: 'a known entry is reported beside one of a wrong type',
        client: { WriteAttributes: [7, 'custom:tier'] },
        problems: [['/WriteAttributes/1', 'Users can write custom:tier, and "tier" sounds like authority.']],
        notEvaluated: 'WriteAttributes',
      },
      {
        name: 'a request is judged',
        client: { WriteAttributes: ['custom:quota'] },
        form: 'request',
        problems: [['/WriteAttributes/0', 'Users can write custom:quota, and "quota" sounds like authority.']],
      },
      ...words.map(
        (word) =>
          ({
            name: `${word} is a word of authority`,
            client: { WriteAttributes: [`custom:${word}`] },
            problems: [['/WriteAttributes/0', `Users can write custom:${word}, and "${word}" sounds like authority.`]],
          }) as const,
      ),
    ],
    unknown: [
      {
        name: 'a text where the list belongs is not searched',
        client: { WriteAttributes: 'custom:role' },
        field: 'WriteAttributes',
      },
      {
        name: 'authority is open where the grants are of a wrong type',
        client: { WriteAttributes: ['custom:role'], AllowedOAuthFlowsUserPoolClient: 'yes' },
        field: 'AllowedOAuthFlowsUserPoolClient',
      },
    ],
  },
  test,
);
