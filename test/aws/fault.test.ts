import { describe, expect, test } from 'vitest';
import { faultOf } from '../../src/sources/aws/fault.ts';

const context = {
  operation: 'DescribeUserPoolClient',
  region: 'us-east-1',
  endpoint: 'https://cognito-idp.us-east-1.amazonaws.com',
  proxy: undefined,
  who: 'profile p',
  profile: 'p',
};

describe('a throttle is told as one under every name that is tried again', () => {
  test.each([
    'TooManyRequestsException',
    'LimitExceededException',
    'ThrottlingException',
    'ThrottledException',
    'RequestThrottled',
    'RequestThrottledException',
    'RequestLimitExceeded',
    'SlowDown',
  ])('%s', (name) => {
    const error = Object.assign(new Error('Rate exceeded'), {
      name,
      $fault: 'client',
      $metadata: { httpStatusCode: 400 },
    });
    expect(faultOf(error, context)).toEqual({
      kind: 'throttled',
      cause: expect.stringMatching(/^AWS throttled DescribeUserPoolClient for longer than 45 s/),
    });
  });
});

describe('what is wrong with TLS is told with what mends it', () => {
  const certificate = 'the certificate of cognito-idp.us-east-1.amazonaws.com';
  const authority = `${certificate} is not trusted (X); name the certificate of its authority with --ca-bundle or AWS_CA_BUNDLE`;
  const time = `${certificate} is not valid at this time (X); check the clock of this machine, or have it renewed`;
  const noTls =
    'cognito-idp.us-east-1.amazonaws.com does not speak TLS as it should (X); check the scheme of --endpoint-url, and HTTPS_PROXY';
  test.each([
    ['DEPTH_ZERO_SELF_SIGNED_CERT', authority],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', authority],
    ['ERR_TLS_CERT_ALTNAME_INVALID', `${certificate} is of another host (X); check --endpoint-url`],
    ['CERT_HAS_EXPIRED', time],
    ['CERT_NOT_YET_VALID', time],
    ['EPROTO', noTls],
    ['ERR_SSL_WRONG_VERSION_NUMBER', noTls],
  ])('%s', (code, cause) => {
    expect(faultOf(Object.assign(new Error('no'), { code }), context)).toEqual({
      kind: 'unreachable',
      cause: cause.replace('X', code),
    });
  });
});
