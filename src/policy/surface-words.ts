import { z } from 'zod';

/** Words that every part of the grammar uses. */
export const text = z.string().min(1);
export const date = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, '日期写成 2026-04-01（只知道年或年月时写 2017 或 2017-05）');
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '日期写成 2026-04-01');
export const confidence = z.enum(['A', 'B', 'C', 'R']);
export const yesNo = z.enum(['是', '否']);
