import { z } from 'zod';

/** Words that every part of the grammar uses. */
export const text = z.string().min(1);
export const date = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, '日期写成 2026-04-01（只知道年或年月时写 2017 或 2017-05）');
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '日期写成 2026-04-01');
export const confidence = z.enum(['A', 'B', 'C', 'R']);
/** 项数: how many, or from how many to how many where the document does not say. */
const many = z.number().int().min(1);
export const count = z.union([many, z.tuple([many, many])], {
  error: '项数写不小于1的整数；文件没有写明几项的写 [最少几项, 最多几项]',
});
export const yesNo = z.enum(['是', '否']);
export const anchor = z.string().max(24, '原文锚点不超过24字');
