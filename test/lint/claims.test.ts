import { describe, expect, it } from 'vitest';
import { codesOf, lintLines, notesOf } from './support.ts';

const claims = async (line: string, profile: Readonly<Record<string, unknown>>): Promise<string[]> =>
  codesOf(await lintLines([line], { profile })).filter((code) => /^F4[35]\./.test(code));
const proof = (结论: string) => ({ 成果证明: [{ 名称: '鉴定证书', 类型: '科技成果鉴定', 结论 }] });
const NONE = { 成果证明: '无' };

describe('主张没有佐证', () => {
  it.each([
    ['产品实现国产替代。', ['F43.2'], '可替代进口'],
    ['打破国外垄断。', ['F43.2'], '打破国外垄断'],
    ['该工艺为国内首创。', ['F43.2'], '国内首创'],
    ['填补国内空白。', ['F43.2'], '填补国内空白'],
    ['技术国际领先。', ['F45.1'], '国际领先'],
    ['达到国内先进水平。', ['F45.1'], '国内先进'],
    ['是国内唯一供应商。', ['F45.3'], '国内唯一'],
    ['技术世界领先。', ['F45.3'], '世界领先'],
  ])('%s', async (line, codes, conclusion) => {
    expect(await claims(line, NONE)).toEqual(codes);
    expect(await claims(line, proof(conclusion))).toEqual([]);
    expect(await claims(line, proof('符合企业标准'))).toEqual(codes);
  });
  it('清单说明没有，是错误；没填，只说无法核对', async () => {
    const [known] = notesOf(await lintLines(['填补国内空白。'], { profile: NONE }));
    expect([known?.code, known?.severity, known?.where]).toEqual([
      'F43.2',
      'error',
      { paragraph: 1, character: 1, length: 6 },
    ]);
    const [blank] = notesOf(await lintLines(['填补国内空白。'], { profile: { 已上市: '否' } }));
    expect([blank?.code, blank?.severity]).toEqual(['F43.3', 'warning']);
    expect(await claims('技术国际领先。', { 已上市: '否' })).toEqual(['F45.2']);
    expect(await claims('国内唯一。', { 已上市: '否' })).toEqual(['F45.4']);
    expect(await claims('填补国内空白。', { 成果证明: { 记录: [{ 结论: '其他' }], 未列全: '是' } })).toEqual([
      'F43.3',
    ]);
  });
  it('别的字段也能作证', async () => {
    expect(await claims('产品替代进口。', { ...NONE, 替代进口对象: '某国外产品' })).toEqual([]);
    expect(await claims('产品为国内首台。', { ...NONE, 首台套产品级别: '国内' })).toEqual([]);
    expect(await claims('产品为国内首台。', { ...NONE, 首台套产品级别: '无' })).toEqual(['F43.2']);
    expect(await claims('销量全国第一。', { ...NONE, 全国市场排名: { 2025: 1 } })).toEqual([]);
    expect(await claims('销量全国第一。', { ...NONE, 全国市场排名: { 2025: 2 } })).toEqual(['F45.3']);
    expect(await claims('是国内唯一供应商。', { ...NONE, 全国市场排名: { 2025: 1 } })).toEqual(['F45.3']);
  });
  it.each([
    '尚未实现国产替代。',
    '力争填补国内空白。',
    '对标国际先进水平的产品。',
    '最大限度降低能耗。',
    '第一批产品下线。',
  ])('%s 不是主张', async (line) => {
    expect((await claims(line, NONE)).filter((code) => code !== 'F45.1')).toEqual([]);
  });
  it('没给档案不查', async () => {
    const report = await lintLines(['国内唯一，填补国内空白。']);
    expect(codesOf(report)).toEqual([]);
    expect(report.remarks.join()).toContain('--profile');
  });
});
