import { z } from 'zod';
import { parseFieldRef } from '../reference.ts';
import { Scope } from '../scope.ts';
import type { FieldRef } from '../template.ts';
import source from './汇总表.yaml';

const TOLD = ['项目', '结论', '待补', '核对'] as const;

export interface Column {
  readonly label: string;
  readonly weight: number;
  readonly source:
    | { readonly kind: 'field'; readonly ref: FieldRef }
    | { readonly kind: 'told'; readonly what: (typeof TOLD)[number] };
}

const name = z.string().min(1);
const column = z.union([
  z.strictObject({ 名称: name, 宽: z.number().positive(), 字段: name }),
  z.strictObject({ 名称: name, 宽: z.number().positive(), 取: z.enum(TOLD) }),
]);
const spec = z
  .strictObject({ 文件名: name, 标题: name, 页眉: name, 说明: name, 列: z.array(column).min(1) })
  .parse(source);

const scope = new Scope('汇总表');

export const SUMMARY_SPEC = {
  file: spec.文件名,
  title: spec.标题,
  header: spec.页眉,
  note: spec.说明,
  columns: spec.列.map(
    (entry): Column => ({
      label: entry.名称,
      weight: entry.宽,
      source:
        '字段' in entry
          ? { kind: 'field', ref: parseFieldRef(entry.字段, scope) }
          : { kind: 'told', what: entry.取 },
    }),
  ),
};
