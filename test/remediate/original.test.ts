import { expect, test, vi } from 'vitest';
import { Secrets } from '../../src/client/secrets.ts';
import { locateJson } from '../../src/locate/json.ts';
import { Originals } from '../../src/remediate/original.ts';
import { describedClient } from '../../src/sources/described-client.ts';
import type { Document } from '../../src/subject.ts';

test('the clients of a document are found in one pass, as they stand there and without their secrets', async () => {
  const clients = {
    a: { ClientId: 'a', Tomorrow: 1, ClientSecret: '0a1b2c3d4e5f6g7h8i9j' },
    b: { ClientId: 'b', ExplicitAuthFlows: ['ALLOW_TOMORROW_AUTH'] },
  };
  const text = JSON.stringify(clients);
  const locate = vi.fn<Document['locate']>((pointers) => locateJson(text, pointers));
  const document: Document = { uri: 'a.json', path: 'a.json', text, encoding: 'utf-8', secrets: new Secrets(), locate };
  const from = { document, onDisk: true, now: 0 };
  const subjects = Object.entries(clients).map(
    ([id, value]) =>
      describedClient({ pointer: `/${id}`, value: structuredClone(value), form: 'description' }, from).subject,
  );
  const originals = new Originals(subjects);
  const found = [];
  for (const subject of subjects) found.push(await originals.of(subject));
  expect(found).toEqual([{ ...clients.a, ClientSecret: '[REDACTED]' }, clients.b]);
  expect(locate).toHaveBeenCalledTimes(1);
});
