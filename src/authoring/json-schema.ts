import { z } from 'zod';
import { surfaceSchema } from '../policy/surface.ts';

/** JSON Schema of policy files for editors, as kept in docs/policy.schema.json. */
export const policyJsonSchema = (): string =>
  `${JSON.stringify({ title: 'zjtx 政策文件', ...z.toJSONSchema(surfaceSchema, { unrepresentable: 'any' }) }, null, 2)}\n`;
