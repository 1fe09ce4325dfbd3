import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Fixture {
  readonly name: string;
  readonly path: string;
  readonly bytes: Buffer;
}

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), 'fixtures');

/** Every file of JSON in test/fixtures. */
export const fixtures: readonly Fixture[] = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(json|ndjson)$/.test(name))
  .sort()
  .map((name) => ({ name, path: join(FOLDER, name), bytes: readFileSync(join(FOLDER, name)) }));
