import type { DeserializeMiddleware, MiddlewareStack } from '@smithy/types';
import { isRecord } from '../../client/secret.ts';

/**
 * Reads the whole answer to a command before the SDK looks at it, and keeps its text: a fault can say then what came
 * instead of the JSON of AWS.
 */
export function readBody<Input extends object, Output extends object>(
  stack: MiddlewareStack<Input, Output>,
): () => string {
  let text = '';
  const keep: DeserializeMiddleware<Input, Output> = (next) => async (args) => {
    const result = await next(args);
    const response = result.response as { body?: AsyncIterable<Uint8Array> };
    if (!response.body) return result;
    const chunks: Uint8Array[] = [];
    for await (const chunk of response.body) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    text = bytes.toString('utf8');
    return { ...result, response: Object.assign(response, { body: bytes }) };
  };
  stack.addRelativeTo(keep, { relation: 'after', toMiddleware: 'deserializerMiddleware', name: 'readBody' });
  return () => text;
}

/** The client in an answer of DescribeUserPoolClient. One without it is none of AWS, whatever its status. */
export function clientOf(text: string): Record<string, unknown> {
  const answer: unknown = JSON.parse(text);
  const client = isRecord(answer) ? answer['UserPoolClient'] : undefined;
  if (isRecord(client)) return client;
  throw new SyntaxError('there is no UserPoolClient in the answer');
}
