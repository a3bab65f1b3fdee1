import { z } from 'zod';
import { test } from './surface-tests.ts';
import { anchor, text, yesNo } from './surface-words.ts';

/** 资金: what a programme pays, as printed, and where it can be reckoned with, as data. */
export const money = z.strictObject({
  项目: text,
  金额: text,
  性质: z.enum(['奖补', '分期', '额度', '补贴', '收回', '说明']).optional(),
  数额: text.optional(),
  款项: text.optional(),
  含于: text.optional(),
  择一: text.optional(),
  比例: text.optional(),
  上限: text.optional(),
  档次条件: z.array(text).min(1).optional(),
  说明: text.optional(),
  疑义: text.optional(),
  出自: text.optional(),
  条款: text,
  原文: anchor.optional(),
});

const below = z.strictObject({ 低于: text });

/** 清算: how the plan's results decide what money is kept. Rules are tried from the top. */
export const settlement = z.strictObject({
  适用: test,
  免于: z.strictObject({ 判定: test, 说明: text }).optional(),
  年限: text.optional(),
  款项: text,
  期初: text,
  完成率: z
    .array(
      z.strictObject({
        读法: text,
        方法: z.enum(['平均', '达到项数']),
        按: z.enum(['目标值', '增加值']),
        封顶: yesNo,
        含投资: yesNo,
      }),
    )
    .min(1),
  规则: z
    .array(
      z.strictObject({
        投资: below.optional(),
        完成率: below.optional(),
        收回: z.enum(['全部', '差额', '剩余', '无']),
        差额至: text.optional(),
        结果: text,
        条款: text,
        原文: anchor.optional(),
      }),
    )
    .min(1),
  说明: z.array(text).optional(),
});
