import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/base/diagnostic.ts';
import { generateDocuments, parseTemplates } from '../../src/documents/index.ts';
import { fromPlain, readProfile } from '../../src/profile/index.ts';
import { open } from './helper.ts';

const form = (block: unknown, rest: Record<string, unknown> = {}) => ({
  甲表: {
    类型: '表格',
    文件名: '甲表',
    标题: '甲表',
    页眉: '底稿',
    部分: [{ 标题: '一、某部分', 内容: [block] }],
    ...rest,
  },
});
const text = (sentence: unknown) => ({
  乙文: {
    类型: '文稿',
    文件名: '乙文',
    标题: '乙文',
    页眉: '底稿',
    字数上限: 100,
    不得含企业名称: true,
    章节: [{ 标题: '一、某章', 段落: [{ 句: [sentence] }] }],
  },
});
const cells = (...cell: unknown[]) => ({ 形式: '栏目', 栏: cell });

const messageOf = (raw: Record<string, unknown>): string => {
  try {
    parseTemplates(raw);
  } catch (error) {
    if (error instanceof InputError)
      return error.diagnostics.map(({ message, fix }) => `${message}｜${fix ?? ''}`).join('\n');
    throw error;
  }
  return '';
};

describe('新的表格只写模板', () => {
  it('一张没见过的表和一篇没见过的文稿照样生成', async () => {
    const templates = parseTemplates({
      ...form(cells({ 名称: '单位', 字段: '企业名称' }, { 名称: '上年营收', 字段: '营业收入@-1' })),
      ...text('成立于{成立日期}。'),
    });
    const { profile } = readProfile(
      fromPlain({ 企业名称: '甲（虚构）', 营业收入: { 2024: '1亿元' }, 成立日期: '2010-01-01' }),
    );
    const documents = await generateDocuments(profile, 2025, templates);
    expect(documents.map(({ name }) => name)).toEqual(['甲表.docx', '乙文.docx']);
    const [first, second] = await Promise.all(documents.map(open));
    expect(first?.tables).toEqual([[['单位', '甲（虚构）', '上年营收', '10000万元']]]);
    expect(second?.text).toContain('成立于2010年1月1日。');
  });

  it('没有评估日时有效期不下结论，已在基准年末之前到期的除外', async () => {
    const templates = parseTemplates(
      form(cells({ 名称: '称号', 字段: '有效称号.名称', 选项: ['高新技术企业', '绿色工厂'] }), {
        清单: { 有效称号: { 记录: '称号', 有效期内: true } },
      }),
    );
    const { profile } = readProfile(
      fromPlain({
        称号: [
          { 名称: '高新技术企业', 有效期至: '2025-12-31' },
          { 名称: '绿色工厂', 有效期至: '2025-12-30' },
        ],
      }),
    );
    const [made] = await Promise.all((await generateDocuments(profile, 2025, templates)).map(open));
    expect(made?.tables[0]?.[0]?.[1]).toBe(
      '□高新技术企业　□绿色工厂　【核对：“高新技术企业”是否在有效期内未核对，未列入】',
    );
  });
});

describe('模板写错时说明在哪里、错在哪里', () => {
  it.each([
    [
      '字段名写错',
      form(cells({ 名称: '营收', 字段: '营业收人' })),
      '模板 甲表 · 一、某部分第1项“营收”：没有“营业收人”这个字段｜是不是想写“营业收入”？',
    ],
    [
      '不认识的键',
      form(cells({ 名称: '营收', 字段: '营业收入', 宽度: 3 })),
      '部分 › 第1项 › 内容 › 第1项 › 栏 › 第1项：不认识的键“宽度”',
    ],
    ['形式写错', form({ 形式: '格子', 栏: [] }), '“形式”写错或没写'],
    ['类型没写', { 甲表: { 标题: '甲' } }, '“类型”写错或没写'],
    ['缺少标题', { 甲表: { 类型: '表格', 文件名: '甲', 页眉: '乙', 部分: [] } }, '标题：缺少，或不是文字'],
    [
      '字段和文都写',
      form(cells({ 名称: '甲', 字段: '营业收入', 文: '{营业收入}' })),
      '字段、文、待补、句只能写其中一个',
    ],
    [
      '选项不存在',
      form(cells({ 名称: '规模', 字段: '企业规模', 选项: ['巨型'] })),
      '企业规模没有“巨型”这个选项',
    ],
    [
      '属性不存在',
      form({ 形式: '记录', 清单: '标准', 列: [{ 名称: '号', 属性: '编码' }] }),
      '标准没有“编码”这个属性',
    ],
    [
      '不逐年的字段放进年度表',
      form({ 形式: '年度', 年数: 3, 行: [{ 名称: '甲', 字段: '企业名称' }] }),
      '企业名称不是逐年字段',
    ],
    [
      '没有有效期的记录',
      form(cells({ 名称: '甲', 字段: '企业名称' }), { 清单: { 乙: { 记录: '标准', 有效期内: true } } }),
      '标准没有有效期',
    ],
    ['没有字段的句子', text('本公司是行业龙头。'), '没有用到任何字段'],
    ['只有年份的句子', text('{基准年}年业绩良好。'), '没有用到任何字段'],
    ['花括号不成对', text('主导产品为{主导产品名称。'), '花括号不成对'],
    ['记录没写属性', text('有{标准}。'), '标准是记录，要写成'],
    ['每条没用属性', text({ 每条: '标准', 句: '有{企业名称}。' }), '没有用到 {.属性}'],
    ['属性写在每条之外', text('有{.名称}。'), '只能写在“每条”的句子里'],
    [
      '文件名含路径',
      { 甲表: { ...form(cells({ 名称: '甲', 字段: '企业名称' })).甲表, 文件名: '../甲' } },
      '文件名：',
    ],
  ])('%s', (_name, raw, message) => {
    expect(messageOf(raw)).toContain(message);
  });

  it('一个文件里的错一次说完', () => {
    expect(
      messageOf(form(cells({ 名称: '甲', 字段: '没这个' }, { 名称: '乙', 字段: '也没有' }))).split('\n'),
    ).toHaveLength(2);
  });

  it('两个模板不能写同一个文件', () => {
    const one = form(cells({ 名称: '甲', 字段: '企业名称' })).甲表;
    expect(messageOf({ 甲: one, 乙: one })).toContain('文件名都是“甲表”');
  });
});
