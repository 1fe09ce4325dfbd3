import { describe, expect, test } from 'vitest';
import { isCustom, wordsOf } from '../../src/client/attribute-names.ts';

describe('isCustom', () => {
  test.each(['custom:role', 'CUSTOM:role', 'dev:role', 'Dev:role', 'custom:'])('%s is', (name) => {
    expect(isCustom(name)).toBe(true);
  });
  test.each(['role', 'email', 'customs:role', 'my-custom:role', ' custom:role', 'developer:role', ''])(
    '%j is not',
    (name) => {
      expect(isCustom(name)).toBe(false);
    },
  );
});

describe('wordsOf gives each word, then each two neighbours as one', () => {
  test.each<[name: string, words: string[]]>([
    ['custom:role', ['role']],
    ['CUSTOM:Role', ['role']],
    ['dev:role', ['role']],
    ['role', ['role']],
    ['custom:tenantId', ['tenant', 'id', 'tenantid']],
    ['custom:tenant_id', ['tenant', 'id', 'tenantid']],
    ['custom:tenant-id', ['tenant', 'id', 'tenantid']],
    ['custom:tenant id', ['tenant', 'id', 'tenantid']],
    ['custom:tenantid', ['tenantid']],
    ['custom:is_Admin', ['is', 'admin', 'isadmin']],
    ['custom:ROLE', ['role']],
    ['custom:TENANT_ID', ['tenant', 'id', 'tenantid']],
    ['custom:userID', ['user', 'id', 'userid']],
    ['custom:IDNumber', ['id', 'number', 'idnumber']],
    ['custom:SAMLRole', ['saml', 'role', 'samlrole']],
    ['custom:IDtoken', ['i', 'dtoken', 'idtoken']],
    ['custom:role2', ['role', '2', 'role2']],
    ['custom:level2Access', ['level', '2', 'access', 'level2', '2access']],
    ['custom:a.b/c', ['a', 'b', 'c', 'ab', 'bc']],
    ['custom:__role__', ['role']],
    ['custom:custom:role', ['custom', 'role', 'customrole']],
    ['custom:administrative', ['administrative']],
    ['custom:r\u00f4le', ['r', 'le', 'rle']],
    ['custom:', []],
    ['', []],
  ])('%j: %j', (name, words) => {
    expect(wordsOf(name)).toEqual(words);
  });
});
