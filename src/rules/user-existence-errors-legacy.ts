import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'user-existence-errors-legacy',
  title: 'API errors tell whether a user exists',
  level: 'warning',
  severity: '5.3',
  precision: 'very-high',
  preset: 'recommended',
  area: 'auth-flow',
  why:
    'With LEGACY, InitiateAuth, ForgotPassword, ConfirmSignUp and ResendConfirmationCode answer ' +
    'UserNotFoundException for unknown names. Anyone with the public client id can test lists of addresses ' +
    'before stuffing or phishing.',
  fix:
    'Set `ENABLED`; the app no longer sees UserNotFoundException, and custom-auth triggers must handle ' +
    '`userNotFound`. SignUp still reveals user names, except where e-mail or phone are aliases. Any later ' +
    'update that omits the field sets it back to LEGACY.',
  whenAbsent:
    'Not set, null or empty is LEGACY, in every form of input, so it is reported. The console writes ' +
    'ENABLED; the API, CloudFormation, Terraform and the CDK do not.',
  notReported:
    'Machine clients (not applicable; `m2m-client-allows-user-auth` covers their open flows). Public ' +
    'clients that use managed login only are not exempt: the API answers for every client id.',
  references: ['client', 'errors', 'hackingthe.cloud'],
  cwe: [204],
  asvs: ['6.3.8'],
  nist: ['SI-11', 'IA-6', 'AC-7'],
  examples: {
    bad: { ClientName: 'web', PreventUserExistenceErrors: 'LEGACY' },
    good: { ClientName: 'web', PreventUserExistenceErrors: 'ENABLED' },
  },
  remedy: () => ({
    settings: { PreventUserExistenceErrors: 'ENABLED' },
    risk: 'the app sees other error texts, and no UserNotFoundException',
  }),
  *check({ client, effective }) {
    if (effective.userExistenceErrors === 'ENABLED' || effective.machine) return;
    const state = client.PreventUserExistenceErrors ? 'is LEGACY' : 'is not set, so it is LEGACY';
    yield {
      path: ['PreventUserExistenceErrors'],
      message: `PreventUserExistenceErrors ${state}: error texts tell whether a user exists.`,
    };
  },
});
