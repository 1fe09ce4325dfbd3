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
