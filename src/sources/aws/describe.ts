import { AwsError } from './aws-error.ts';
import { Cognito, type TraceCall } from './cognito.ts';
import { type Connection, regionOf } from './connection.ts';
import { credentialsOf } from './credentials.ts';
import { type Fault, faultOf } from './fault.ts';
import { whoOf } from './identity.ts';
import { contextOf, faultOfCredentials } from './pools.ts';
import { clientOf } from './response-body.ts';
import { retried } from './retry.ts';

/** The answer of DescribeUserPoolClient as AWS wrote it, with the secret. Throws an `AwsError` that says what to do. */
export async function describeText(
  connection: Connection,
  askedRegion: string | undefined,
  pool: string,
  client: string,
  trace: TraceCall,
): Promise<string> {
  const region = regionOf(connection, askedRegion);
  const credentials = credentialsOf(connection, region, undefined);
  const own = { connection, credentials, who: whoOf(connection) };
  const cognito = new Cognito(connection, region, credentials, trace);
  const { signal } = new AbortController();
  const fault = await faultOfCredentials(own, region);
  if (fault) throw notRead(pool, client, fault);
  try {
    const text = await retried(() => cognito.describeUserPoolClient(pool, client, signal), { signal });
    clientOf(text);
    return text;
  } catch (error) {
    const operation = 'DescribeUserPoolClient';
    throw notRead(pool, client, faultOf(error, { ...contextOf(own, cognito), operation }));
  }
}

function notRead(pool: string, client: string, { cause, requestId }: Fault): AwsError {
  const request = requestId ? ` (request ${requestId})` : '';
  return new AwsError(`app client ${client} of user pool ${pool} was not read: ${cause}${request}`);
}
