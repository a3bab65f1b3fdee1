import { z } from 'zod';
import { money, settlement } from './surface-money.ts';
import { scoreTable } from './surface-scores.ts';
import { type SurfaceTest, test } from './surface-tests.ts';
import { anchor, confidence, count, date, day, text } from './surface-words.ts';

export type { SurfaceScorer } from './surface-scores.ts';
export {
  type SurfaceOther,
  type SurfacePredicate,
  type SurfaceTest,
  schemaForTest,
} from './surface-tests.ts';

/**
 * The grammar of policy files (docs/policy-format.md), as written: Chinese keys, nothing resolved yet.
 * compile.ts gives it meaning; a JSON Schema for editors is made from it.
 */
export interface SurfaceBody {
  判定?: SurfaceTest | undefined;
  全部?: SurfaceCriterion[] | undefined;
  任一?: SurfaceCriterion[] | undefined;
  至少?: { 项数: z.infer<typeof count>; 之中: SurfaceCriterion[] } | undefined;
  读法?: Record<string, SurfaceBody> | undefined;
  分支?:
    | Array<{ 当?: SurfaceTest | undefined; 则?: SurfaceBody | undefined; 其余?: SurfaceBody | undefined }>
    | undefined;
}
export interface SurfaceCriterion extends SurfaceBody {
  编号: string;
  要求: string;
  条款?: string | undefined;
  出自?: string | undefined;
  原文?: string | undefined;
  可信度?: z.infer<typeof confidence> | undefined;
  佐证?: string[] | undefined;
  疑义?: string | undefined;
  备注?: string | undefined;
  豁免?: SurfaceCriterion[] | undefined;
  否决?: '是' | undefined;
  性质?: '评分因素' | undefined;
  从宽?: z.infer<typeof leniency> | undefined;
  推算?: string | undefined;
}
const leniency = z.strictObject({
  当: test.optional(),
  说明: text,
  条款: text.optional(),
  幅度: text.optional(),
  至: text.optional(),
  限项: z.number().int().min(1).optional(),
});
const criterion: z.ZodType<SurfaceCriterion> = z.lazy(() =>
  z.strictObject({
    编号: text,
    要求: text,
    条款: text.optional(),
    出自: text.optional(),
    原文: anchor.optional(),
    可信度: confidence.optional(),
    佐证: z.array(text).optional(),
    疑义: text.optional(),
    备注: text.optional(),
    豁免: z.array(criterion).min(1).optional(),
    否决: z.literal('是').optional(),
    性质: z.literal('评分因素').optional(),
    从宽: leniency.optional(),
    推算: text.optional(),
    ...body(),
  }),
);
const someOf = z.strictObject({ 项数: count, 之中: z.array(criterion).min(2) });
const body = () => ({
  判定: test.optional(),
  全部: z.array(criterion).min(1).optional(),
  任一: z.array(criterion).min(1).optional(),
  至少: someOf.optional(),
  读法: z.record(text, nestedBody).optional(),
  分支: z
    .array(z.strictObject({ 当: test.optional(), 则: nestedBody.optional(), 其余: nestedBody.optional() }))
    .min(1)
    .optional(),
});
const nestedBody: z.ZodType<SurfaceBody> = z.lazy(() => z.strictObject(body()));

const source = z.strictObject({
  文件: text,
  文号: text.optional(),
  附件: text.optional(),
  发布: date.optional(),
  核对: z.strictObject({
    日期: date,
    依据: z.enum(['全文', '节选', '转述']),
    可信度: confidence,
    说明: text.optional(),
  }),
});

/** 义务 after recognition, as data where the document gives a deadline or a rhythm. */
const duty = z.strictObject({
  种类: z.enum(['变更报告', '信息更新', '数据报送', '复核', '禁止申报', '其他']),
  内容: text,
  期限: z
    .string()
    .regex(/^\d+(个工作日|日|天|个月|年)$/, '期限写成 30日、10个工作日、1个月、3年')
    .optional(),
  起算: text.optional(),
  周期: z.enum(['每月', '每季度', '每半年', '每年', '每三年', '按要求']).optional(),
  截止: z
    .string()
    .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, '截止写成 05-31（月-日）')
    .optional(),
  逾期: text.optional(),
  出自: text.optional(),
  起: day.optional(),
  止: day.optional(),
  条款: text,
  原文: anchor.optional(),
});

const TIERS = ['科技型', '创新型', '专精特新', '小巨人', '重点小巨人', '培育库', '其他'] as const;

export const surfaceSchema = z.strictObject({
  编号: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '编号只用小写字母、数字和连字符'),
  系列: text,
  名称: text,
  版本: text,
  层级: z.enum(TIERS),
  类型: z.enum(['评价', '认定', '复核', '入库', '奖补', '推荐']),
  地区: text,
  授予: text.optional(),
  来源: z.record(text, source),
  施行: z.strictObject({ 起: date, 止: date.optional(), 说明: text.optional() }),
  被取代: z.strictObject({ 日: date, 由: text, 可信度: confidence }).optional(),
  未核实: z.union([text, z.strictObject({ 起: day, 说明: text })]).optional(),
  受理窗口: z
    .array(
      z.strictObject({
        名称: text,
        起: date,
        止: date,
        出自: text.optional(),
        可信度: confidence.optional(),
      }),
    )
    .optional(),
  窗口说明: text.optional(),
  提示: z.array(text).optional(),
  适用: criterion.optional(),
  沿用: z.strictObject({ 编号: text, 除: z.array(text).optional() }).optional(),
  条件: z
    .strictObject({
      全部: z.array(criterion).min(1).optional(),
      任一: z.array(criterion).min(1).optional(),
      至少: someOf.optional(),
    })
    .optional(),
  条件未收录: z
    .strictObject({
      文件: text,
      文号: text.optional(),
      条款: text,
      原文: anchor.optional(),
      说明: text.optional(),
    })
    .optional(),
  外部参数: z
    .array(z.strictObject({ 字段: text, 数: z.record(z.string().regex(/^\d{4}$/), text), 出处: text }))
    .optional(),
  评分: scoreTable.optional(),
  竞争择优: text.optional(),
  有效期: text.optional(),
  申报渠道: z
    .strictObject({
      平台: text.optional(),
      受理: text.optional(),
      截止: z.array(text).optional(),
      份数: text.optional(),
      装订: text.optional(),
    })
    .optional(),
  名额: z
    .array(z.union([text, z.strictObject({ 范围: text, 数量: text, 说明: text.optional() })]))
    .optional(),
  资金: z.array(money).optional(),
  清算: settlement.optional(),
  表格: z.array(text).optional(),
  资料: z.array(text).optional(),
  待遇: z.array(text).optional(),
  义务: z.array(z.union([text, duty])).optional(),
  疑义: z.array(text).optional(),
});
export type Surface = z.infer<typeof surfaceSchema>;
