import { z } from 'zod';
import source from './日历.yaml';

const days = z.number().int().min(0);
const KINDS = [
  '称号到期',
  '复核启动',
  '证书到期',
  '信息更新',
  '数据报送',
  '复核',
  '受理开始',
  '受理截止',
  '条件满足',
  '年度更替',
  '计划期满',
] as const;
export type EventKind = (typeof KINDS)[number];

const schema = z.strictObject({
  看多远月数: z.number().int().positive(),
  审计报告年数: z.number().int().positive(),
  复核提前: z.strictObject({ 月数: z.number().int().positive(), 依据: z.string().min(1) }),
  提醒天数: z.record(z.enum(KINDS), days),
});

const read = schema.parse(source);

/** how far the calendar looks ahead */
export const MONTHS_AHEAD = read.看多远月数;
/** 近三年审计报告 */
export const AUDIT_YEARS = read.审计报告年数;
export const REVIEW_LEAD = { months: read.复核提前.月数, basis: read.复核提前.依据 } as const;
/** days before an event on which a calendar program reminds of it */
export const REMINDER: Readonly<Record<EventKind, number>> = read.提醒天数;
