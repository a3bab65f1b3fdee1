import { z } from 'zod';
import { DATE_WORDS } from './date-words.ts';
import { count, day, text, yesNo } from './surface-words.ts';

/** 判定: the tests a criterion may be decided by, and what a record must show to be counted. */
export const relations = {
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
const years = z.number().int().min(1);
const until = z.union([z.enum(['申报截止日', '上年末']), day]).optional();
/** What a date may be asked, of a record and of a field alike. */
const DATE_SHAPES = [
  { 近年: years, 截至: until },
  { 满年: years, 截至: until },
  { 不满年: years, 截至: until },
  { 超过年: years, 截至: until },
  { 自然年: z.number().int().min(0) },
  { 不早于: day, 不晚于: day.optional() },
  { 不晚于: day },
];
const condition = z.union([
  text,
  z.array(text).min(1),
  z.strictObject({ 词表: text }),
  z.strictObject({ 非: z.union([text, z.array(text).min(1)]) }),
  ...DATE_SHAPES.map((shape) => z.strictObject(shape)),
  z.strictObject(relations),
]);

export interface SurfacePredicate {
  有效期内?: '评估日' | undefined;
  任一?: SurfacePredicate[] | undefined;
  [attribute: string]: unknown;
}
export const predicate: z.ZodType<SurfacePredicate> = z.lazy(
  () =>
    z
      .object({ 有效期内: z.literal('评估日').optional(), 任一: z.array(predicate).min(2).optional() })
      .catchall(condition) as unknown as z.ZodType<SurfacePredicate>,
);

/** One field, or several added up. */
const amount = z.union([text, z.array(text).min(2)]);
/** 倍 times another metric, in the place of a number. */
const other = z.strictObject({
  指标: text,
  占: text.optional(),
  期间: text.optional(),
  倍: z.number().positive().optional(),
});
const limit = z.union([text, other]).optional();
const compareTest = z.strictObject({
  指标: amount,
  占: text.optional(),
  期间: text.optional(),
  不低于: limit,
  不少于: limit,
  达到: limit,
  超过: limit,
  高于: limit,
  不高于: limit,
  不超过: limit,
  低于: limit,
  不足: limit,
});
export type SurfaceOther = z.infer<typeof other>;
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
  合计: text.optional(),
  ...relations,
});
const dateTests = DATE_SHAPES.map((shape) => z.strictObject({ 字段: text, ...shape }));
const cityTest = z.strictObject({ 所在市: choices });
const scoreTest = z.strictObject({ 得分: text, ...relations });
const judgeTest = z.strictObject({ 判断: text, 看: z.array(text).optional() });
const notListedTest = z.strictObject({ 未收录: text });
const placeTest = z.strictObject({ 注册地: z.array(text).min(1) });
const dayTest = z.strictObject({ 评估日不早于: day });
const industryTest = z.strictObject({ 行业: z.array(text).min(1) });
const referenceTest = z.strictObject({ 条件: text });
const sizeTest = z.strictObject({ 划型: z.array(z.enum(['大型', '中型', '小型', '微型'])).min(1) });

/** {字段: 成立日期, 满年: 2} */
interface SurfaceDateTest {
  字段: string;
  近年?: number;
  满年?: number;
  不满年?: number;
  超过年?: number;
  自然年?: number;
  不早于?: string;
  不晚于?: string;
  截至?: string;
}
export type SurfaceTest =
  | SurfaceDateTest
  | z.infer<typeof cityTest>
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
  | z.infer<typeof referenceTest>
  | { 全部: SurfaceTest[] }
  | { 任一: SurfaceTest[] }
  | { 至少: { 项数: z.infer<typeof count>; 之中: SurfaceTest[] } }
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
  ['所在市', cityTest],
  ['评估日不早于', dayTest],
  ['条件', referenceTest],
  ['全部', z.strictObject({ 全部: z.lazy(() => z.array(test).min(1)) })],
  ['任一', z.strictObject({ 任一: z.lazy(() => z.array(test).min(1)) })],
  [
    '至少',
    z.strictObject({
      至少: z.strictObject({
        项数: count,
        之中: z.lazy(() => z.array(test).min(2)),
      }),
    }),
  ],
  ['非', z.strictObject({ 非: z.lazy(() => test) })],
  ['读法', z.strictObject({ 读法: z.lazy(() => z.record(text, test)) })],
];
export const test: z.ZodType<SurfaceTest> = z.lazy(
  () =>
    z.union([
      factTest,
      ...dateTests,
      choiceTest,
      ...byKey.map(([, schema]) => schema),
    ]) as unknown as z.ZodType<SurfaceTest>,
);

/** The schema for the kind of test that its first telling key names, so that messages speak of that kind only. */
export const schemaForTest = (value: object): z.ZodType | undefined => {
  if ('字段' in value) {
    if ('为' in value) return factTest;
    const at = DATE_WORDS.findIndex((word) => word in value);
    return at < 0 ? choiceTest : dateTests[at];
  }
  return byKey.find(([key]) => key in value)?.[1];
};
