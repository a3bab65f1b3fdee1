import { z } from 'zod';

/**
 * The grammar of policy files (docs/policy-format.md), as written: Chinese keys, nothing resolved yet.
 * compile.ts gives it meaning; a JSON Schema for editors is made from it.
 */
const text = z.string().min(1);
const date = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, '日期写成 2026-04-01（只知道年或年月时写 2017 或 2017-05）');
const confidence = z.enum(['A', 'B', 'C', 'R']);
const yesNo = z.enum(['是', '否']);

const relations = {
  不低于: text.optional(),
  不少于: text.optional(),
  达到: text.optional(),
  超过: text.optional(),
  高于: text.optional(),
  不高于: text.optional(),
  不超过: text.optional(),
  低于: text.optional(),
  不足: text.optional(),
};

const choices = z.union([z.array(text).min(1), z.strictObject({ 词表: text })]);
const condition = z.union([
  text,
  z.array(text).min(1),
  z.strictObject({ 词表: text }),
  z.strictObject({ 非: z.union([text, z.array(text).min(1)]) }),
  z.strictObject({ 近年: z.number().int().min(1), 截至: z.literal('申报截止日').optional() }),
  z.strictObject({ 满年: z.number().int().min(1) }),
  z.strictObject({ 不满年: z.number().int().min(1) }),
  z.strictObject({ 超过年: z.number().int().min(1) }),
  z.strictObject({ 自然年: z.number().int().min(0) }),
  z.strictObject(relations),
]);

export interface SurfacePredicate {
  有效期内?: '评估日' | undefined;
  任一?: SurfacePredicate[] | undefined;
  [attribute: string]: unknown;
}
const predicate: z.ZodType<SurfacePredicate> = z.lazy(
  () =>
    z
      .object({ 有效期内: z.literal('评估日').optional(), 任一: z.array(predicate).min(2).optional() })
      .catchall(condition) as unknown as z.ZodType<SurfacePredicate>,
);

const compareTest = z.strictObject({
  指标: text,
  占: text.optional(),
  期间: text.optional(),
  ...relations,
});
const factTest = z.strictObject({ 字段: text, 为: yesNo });
const choiceTest = z.strictObject({
  字段: text,
  属于: choices.optional(),
  不属于: choices.optional(),
  不低于: text.optional(),
});
const countTest = z.strictObject({
  记录: text,
  满足: predicate.optional(),
  自报: z.union([text, z.strictObject({ 下限: text })]).optional(),
  ...relations,
});
const scoreTest = z.strictObject({ 得分: text, ...relations });
const judgeTest = z.strictObject({ 判断: text, 看: z.array(text).optional() });
const notListedTest = z.strictObject({ 未收录: text });
const placeTest = z.strictObject({ 注册地: z.array(text).min(1) });
const dayTest = z.strictObject({
  评估日不早于: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '日期写成 2026-04-01'),
});
const industryTest = z.strictObject({ 行业: z.array(text).min(1) });
const sizeTest = z.strictObject({ 划型: z.array(z.enum(['大型', '中型', '小型', '微型'])).min(1) });

export type SurfaceTest =
  | z.infer<typeof compareTest>
  | z.infer<typeof factTest>
  | z.infer<typeof choiceTest>
  | z.infer<typeof countTest>
  | z.infer<typeof scoreTest>
  | z.infer<typeof judgeTest>
  | z.infer<typeof notListedTest>
  | z.infer<typeof sizeTest>
  | z.infer<typeof placeTest>
  | z.infer<typeof industryTest>
  | z.infer<typeof dayTest>
  | { 全部: SurfaceTest[] }
  | { 任一: SurfaceTest[] }
  | { 非: SurfaceTest }
  | { 读法: Record<string, SurfaceTest> };

const byKey: ReadonlyArray<readonly [string, z.ZodType]> = [
  ['指标', compareTest],
  ['记录', countTest],
  ['得分', scoreTest],
  ['判断', judgeTest],
  ['未收录', notListedTest],
  ['划型', sizeTest],
  ['注册地', placeTest],
  ['行业', industryTest],
  ['评估日不早于', dayTest],
  ['全部', z.strictObject({ 全部: z.lazy(() => z.array(test).min(1)) })],
  ['任一', z.strictObject({ 任一: z.lazy(() => z.array(test).min(1)) })],
  ['非', z.strictObject({ 非: z.lazy(() => test) })],
  ['读法', z.strictObject({ 读法: z.lazy(() => z.record(text, test)) })],
];
const test: z.ZodType<SurfaceTest> = z.lazy(
  () =>
    z.union([
      factTest,
      choiceTest,
      ...byKey.map(([, schema]) => schema),
    ]) as unknown as z.ZodType<SurfaceTest>,
);

/** The schema for the kind of test that its first telling key names, so that messages speak of that kind only. */
export const schemaForTest = (value: object): z.ZodType | undefined => {
  if ('字段' in value) return '为' in value ? factTest : choiceTest;
  return byKey.find(([key]) => key in value)?.[1];
};

const score = z.number().min(0);
/** a fixed score, or the range inside which a person gives one */
const points = z.union([score, z.tuple([score, score])]);
const band = z.strictObject({ 得: points.optional(), 其余: score.optional(), ...relations });
const increment = z.strictObject({
  基数: score,
  每: text,
  加: score,
  最高: score,
  指标: text.optional(),
  占: text.optional(),
  期间: text.optional(),
  记录: text.optional(),
  满足: predicate.optional(),
});
const scorerParts = () => ({
  名称: text.optional(),
  分档: z
    .strictObject({ 指标: text, 占: text.optional(), 期间: text.optional(), 档: z.array(band).min(2) })
    .optional(),
  择一: z
    .array(
      z.strictObject({
        当: z.lazy(() => test).optional(),
        得: points.optional(),
        按: z.lazy(() => anyScorer).optional(),
        其余: score.optional(),
      }),
    )
    .min(2)
    .optional(),
  逐满: z.strictObject({ 指标: text, 期间: text.optional(), 每满: text, 得: score }).optional(),
  递增: increment.optional(),
  累计: z
    .strictObject({ 每项: score, 项: z.array(z.strictObject({ 名称: text, 当: z.lazy(() => test) })).min(1) })
    .optional(),
  人工评分: z.tuple([score, score]).optional(),
  未收录: text.optional(),
  取高: z
    .array(z.lazy(() => anyScorer))
    .min(2)
    .optional(),
});
type Points = number | [number, number];
/** One way of scoring; exactly one of the ways is written. */
export interface SurfaceScorer {
  名称?: string | undefined;
  分档?:
    | { 指标: string; 占?: string | undefined; 期间?: string | undefined; 档: Array<z.infer<typeof band>> }
    | undefined;
  择一?:
    | Array<{
        当?: SurfaceTest | undefined;
        得?: Points | undefined;
        按?: SurfaceScorer | undefined;
        其余?: number | undefined;
      }>
    | undefined;
  逐满?: { 指标: string; 期间?: string | undefined; 每满: string; 得: number } | undefined;
  递增?: z.infer<typeof increment> | undefined;
  累计?: { 每项: number; 项: Array<{ 名称: string; 当: SurfaceTest }> } | undefined;
  人工评分?: [number, number] | undefined;
  未收录?: string | undefined;
  取高?: SurfaceScorer[] | undefined;
}
const anyScorer: z.ZodType<SurfaceScorer> = z.lazy(
  () => z.strictObject(scorerParts()) as unknown as z.ZodType<SurfaceScorer>,
);
const scoreItem = z.strictObject({
  ...scorerParts(),
  编号: text,
  名称: text,
  满分: score,
  条款: text,
  可信度: confidence.optional(),
  疑义: text.optional(),
});
const scoreTable = z.strictObject({
  满分: score,
  部分: z.array(z.strictObject({ 名称: text, 满分: score, 项目: z.array(scoreItem).min(1) })).min(1),
});

export interface SurfaceBody {
  判定?: SurfaceTest | undefined;
  全部?: SurfaceCriterion[] | undefined;
  任一?: SurfaceCriterion[] | undefined;
  至少?: { 项数: number; 之中: SurfaceCriterion[] } | undefined;
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
    原文: z.string().max(24, '原文锚点不超过24字').optional(),
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
const body = () => ({
  判定: test.optional(),
  全部: z.array(criterion).min(1).optional(),
  任一: z.array(criterion).min(1).optional(),
  至少: z.strictObject({ 项数: z.number().int().min(1), 之中: z.array(criterion).min(2) }).optional(),
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
  未核实: text.optional(),
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
  条件: z.strictObject({
    全部: z.array(criterion).min(1).optional(),
    任一: z.array(criterion).min(1).optional(),
    至少: z.strictObject({ 项数: z.number().int().min(1), 之中: z.array(criterion).min(2) }).optional(),
  }),
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
  名额: z.array(text).optional(),
  资金: z
    .array(
      z.strictObject({
        项目: text,
        金额: text,
        说明: text.optional(),
        条款: text,
        原文: z.string().max(24).optional(),
      }),
    )
    .optional(),
  表格: z.array(text).optional(),
  资料: z.array(text).optional(),
  待遇: z.array(text).optional(),
  义务: z.array(text).optional(),
  疑义: z.array(text).optional(),
});
export type Surface = z.infer<typeof surfaceSchema>;
