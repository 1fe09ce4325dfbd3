import { Ajv } from 'ajv';
import { schema } from './schema.ts';

/** Checks the shape of a client. The build replaces this module by the code that ajv makes of it. */
export const validate = new Ajv({ allErrors: true, strict: false }).compile(schema);
