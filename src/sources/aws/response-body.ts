import type {
  DescribeUserPoolClientCommand,
  DescribeUserPoolClientCommandInput as Input,
  DescribeUserPoolClientCommandOutput as Output,
} from '@aws-sdk/client-cognito-identity-provider';
import type { DeserializeMiddleware } from '@smithy/types';

/** Keeps the text of the answer that a command gets. */
export function readBody({ middlewareStack }: DescribeUserPoolClientCommand): () => string {
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
  middlewareStack.addRelativeTo(keep, { relation: 'after', toMiddleware: 'deserializerMiddleware', name: 'readBody' });
  return () => text;
}
