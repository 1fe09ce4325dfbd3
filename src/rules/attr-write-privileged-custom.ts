import { isCustom, wordsOf } from '../client/attribute-names.ts';
import { entries } from '../client/entries.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'attr-write-privileged-custom',
  title: 'Users can write a custom attribute that looks like authority',
  level: 'error',
  severity: '8.1',
  precision: 'medium',
  preset: 'recommended',
  area: 'attributes',
  why:
    'Whatever is in `WriteAttributes` the user can set through UpdateUserAttributes or SignUp with the ' +
    'public client id, and it then appears in the ID token. Attributes with such names are usually read as ' +
    'authority by the back end.',
  fix:
    'Remove it from this client and set it with AdminUpdateUserAttributes, or derive it in a ' +
    'pre-token-generation trigger. Immutable is not enough: a client with write access can still set it at ' +
    'SignUp.',
  whenAbsent: 'Where the list is not set, `attr-write-default` speaks.',
  notReported:
    'Names only, on whole words: company, status or owner alone are profile data and not in the list, while ' +
    '`custom:plan_view` is reported and belongs in `allow`. Attributes mapped from an identity provider ' +
    'must be writable: validate them in a trigger.',
  references: ['attributes', 'NotSoSecure', 'Doyensec'],
  cwe: [915, 269, 639],
  asvs: ['8.2.3', '15.3.3', '8.4.1'],
  nist: ['AC-3', 'AC-6'],
  examples: {
    bad: { WriteAttributes: ['name', 'custom:role', 'custom:tenantId'] },
    good: { WriteAttributes: ['name', 'custom:theme', 'custom:company'] },
  },
  options: { allow: [] as readonly string[] },
  remedy: 'whether an identity provider must write the attribute, a person must decide',
  *check({ client, effective }, { allow }) {
    for (const { path, value } of entries(client, 'WriteAttributes')) {
      if (!isCustom(value) || allow.includes(value)) continue;
      const word = wordsOf(value).find((one) => PRIVILEGED.has(one));
      if (word && !effective.machine)
        yield { path, message: `Users can write ${value}, and "${word}" sounds like authority.` };
    }
  },
});

/** Words that back ends read as authority. Whole words: company, status or owner alone are profile data. */
const PRIVILEGED = new Set([
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
]);
