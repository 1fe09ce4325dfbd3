import { version } from '../version.ts';

/** A file that `cognito-lint init` writes. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** A config that changes nothing and shows what can be changed, and a workflow that uploads to code scanning. */
export const FILES: readonly NewFile[] = [
  {
    path: 'cognito-lint.config.json',
    text: `{
  "$schema": "./node_modules/cognito-lint/dist/config.schema.json",

  // "recommended", or "pedantic" for more: https://github.com/cognito-lint/cognito-lint/blob/main/rules.md
  "preset": "recommended",

  // A level ("error", "warning", "note", "off"), or a level with options:
  //   "client-stale": "off",
  //   "refresh-token-validity-long": { "level": "error", "options": { "maxDays": 7 } }
  "rules": {},

  // What is accepted, why, and until when. "client" is a name or id and may have *. Suppressed findings are counted.
  //   { "rule": "auth-flow-admin-user-password", "client": "billing-*", "reason": "server side only", "until": "2027-06-30" }
  "exceptions": [],

  // Rules of your own: files or packages, relative to this file.
  "plugins": []
}
`,
  },
  {
    path: '.github/workflows/cognito-lint.yml',
    text: `name: cognito-lint
on:
  push:
    branches: [main]
  pull_request:
  schedule:
    - cron: '17 4 * * 1'

permissions: {}

jobs:
  # Clients in files: descriptions, templates, plans, states.
  scan:
    runs-on: ubuntu-latest
    permissions:
      actions: read
      contents: read
      security-events: write
    steps:
      - uses: actions/checkout@8e8c483db84b4bee98b60c0593521ed34d9990e8 # v6.0.1
        with:
          persist-credentials: false
      - uses: actions/setup-node@395ad3262231945c25e8478fd5baf05154b1d79f # v6.1.0
        with:
          node-version: 22
      - run: npx --yes cognito-lint@${version} scan . --format pretty --format sarif=sarif/cognito-lint.sarif
      - uses: github/codeql-action/upload-sarif@5d4e8d1aca955e8d8589aabd499c5cae939e33c7 # v4.31.9
        if: \${{ !cancelled() }}
        with:
          sarif_file: sarif

  # Clients in the account. Give the variable COGNITO_LINT_ROLE the ARN of a role that trusts this repository by OIDC. What
  # it must be allowed: https://github.com/cognito-lint/cognito-lint/blob/main/docs/audit.md#the-policy
  audit:
    if: \${{ github.event_name != 'pull_request' && vars.COGNITO_LINT_ROLE != '' }}
    runs-on: ubuntu-latest
    permissions:
      actions: read
      contents: read
      id-token: write
      security-events: write
    steps:
      - uses: actions/checkout@8e8c483db84b4bee98b60c0593521ed34d9990e8 # v6.0.1
        with:
          persist-credentials: false
      - uses: actions/setup-node@395ad3262231945c25e8478fd5baf05154b1d79f # v6.1.0
        with:
          node-version: 22
      - uses: aws-actions/configure-aws-credentials@8df5847569e6427dd6c4fb1cf565c83acfa8afa7 # v6.0.0
        with:
          role-to-assume: \${{ vars.COGNITO_LINT_ROLE }}
          aws-region: \${{ vars.AWS_REGION || 'us-east-1' }}
      - run: npx --yes cognito-lint@${version} audit --format pretty --format sarif=sarif/cognito-lint.sarif
      - uses: github/codeql-action/upload-sarif@5d4e8d1aca955e8d8589aabd499c5cae939e33c7 # v4.31.9
        if: \${{ !cancelled() }}
        with:
          sarif_file: sarif
`,
  },
];
