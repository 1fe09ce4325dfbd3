/**
 * What is used of the AWS SDK, and what it lacks. The build makes a file of its own of this module, so that a command
 * that asks nobody does not read 600 kB of it.
 */
export {
  CognitoIdentityProviderClient,
  DescribeUserPoolClientCommand,
  DescribeUserPoolCommand,
  ListUserPoolClientSecretsCommand,
  ListUserPoolClientsCommand,
  ListUserPoolsCommand,
} from '@aws-sdk/client-cognito-identity-provider';
export { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
export { fromEnv, fromIni, fromNodeProviderChain, fromTemporaryCredentials } from '@aws-sdk/credential-providers';
export { loadSharedConfigFiles, memoize } from '@smithy/core/config';
export { isServerError, isThrottlingError, isTransientError } from '@smithy/core/retry';
export { HttpProxyAgent, HttpsProxyAgent } from 'hpagent';
export { getProxyForUrl } from 'proxy-from-env';
