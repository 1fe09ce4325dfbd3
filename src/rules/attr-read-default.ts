import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'attr-read-default',
  title: 'Client can read every attribute (ReadAttributes is not set)',
  level: 'note',
  severity: '2.9',
  precision: 'high',
  preset: 'pedantic',
  area: 'attributes',
  why:
    'ID tokens carry every readable attribute, so internal flags end up in the browser. AWS recommends the ' +
    'smallest set.',
  fix: 'Set `ReadAttributes`.',
  whenAbsent:
    'This rule is about the list that is not set: everything is readable then. An empty list is taken to ' +
    'mean the same.',
  notReported: 'Most small applications, hence pedantic.',
  references: ['client', 'attributes'],
  cwe: [359],
  asvs: ['15.3.1', '14.2.6'],
  nist: ['AC-6', 'PT-2'],
  examples: {
    bad: { ClientName: 'web' },
    good: { ClientName: 'web', ReadAttributes: ['email', 'email_verified', 'name'] },
  },
  remedy: 'which attributes the app shows, a person must decide',
  *check({ client, effective }) {
    if ((client.ReadAttributes ?? []).length > 0 || effective.machine) return;
    yield { path: ['ReadAttributes'], message: 'ReadAttributes is not set, so ID tokens carry every attribute.' };
  },
});
