import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { markdownReport, table, textReport, widthOf, wrap } from '../../src/report/index.ts';
import { checked } from './support.ts';

const CONDITIONS = `
- {编号: 收入, 要求: 上年度营业收入不低于5000万元, 条款: 第二条, 判定: {指标: 营业收入, 期间: 上年度, 不低于: 5000万元}}
- {编号: 异常, 要求: 未列入经营异常名录, 条款: 第一条, 否决: 是, 判定: {字段: 列入经营异常名录, 为: 否}}
- 编号: 组
  要求: 占有率或排名
  条款: 第三条
  任一:
    - {编号: 占有率, 要求: 占有率, 条款: 第三条, 判定: {指标: 全国市场占有率, 期间: 上年度, 不低于: 10%}}
    - {编号: 排名, 要求: 排名, 条款: 第三条, 判定: {指标: 全国市场排名, 期间: 上年度, 不高于: 3名}}
- {编号: 知名, 要求: 享有较高知名度, 条款: 第四条, 判定: {判断: 是否知名？, 看: [客户评价]}}
`;
const report = (text: string, more = {}): string => textReport(checked(CONDITIONS, text, more));
const flat = (text: string): string => text.replace(/\n\s+/g, '');

describe('the text report', () => {
  const failing =
    '企业名称: 甲\n营业收入: {2025: 4956.8}\n列入经营异常名录: 是\n全国市场占有率: {2025: 9%}\n';

  it('shows vetoes first', () => {
    const text = report(failing);
    expect(text.indexOf('［否决项］异常')).toBeGreaterThan(0);
    expect(text.indexOf('［否决项］异常')).toBeLessThan(text.indexOf('- 收入：'));
  });

  it('shows value, threshold, gap, origin and clause of what fails', () => {
    const text = report(failing);
    expect(text).toContain('实际 2025年 4956.8万元；要求 上年度不低于5000万元');
    expect(text).toContain('差距 营业收入（2025年）还差43.2万元（已结账年度，不可补）');
    expect(text).toContain('来处 档案.yaml:2');
    expect(text).toContain('依据 示例〔2026〕1号 第二条');
  });

  it('shows the open alternative of a group, and what it lacks', () => {
    const text = report(failing);
    expect(text).toContain('还缺 全国市场排名（2025年）');
  });

  it('lists what is met only by name', () => {
    const text = report(
      '企业名称: 甲\n营业收入: {2025: 5000}\n列入经营异常名录: 否\n全国市场排名: {2025: 1}\n',
    );
    expect(flat(text)).toContain('可计算条件全部符合');
    expect(text).toContain('结论：待核实');
    expect(text).toMatch(/异常、收入、组/);
    expect(text).not.toContain('实际 2025年 5000万元');
  });

  it('asks for the smallest set of facts', () => {
    const text = report('企业名称: 甲\n营业收入: {2025: 5000}\n列入经营异常名录: 否\n');
    expect(text).toMatch(/1\. 全国市场占有率（2025年） +→ 占有率/);
    expect(text).not.toMatch(/^ *2\. /m);
  });

  it('marks an edition that is not in force, or not surely', () => {
    expect(report('企业名称: 甲', { inForce: 'no' })).toContain('*示例项目');
    expect(report('企业名称: 甲', { inForce: 'unverified' })).toContain('?示例项目');
  });

  it('says first what must be said first', () => {
    const text = report('企业名称: 甲', { rest: '提示: [不得借助第三方机构申请]\n' });
    expect(text.indexOf('不得借助第三方机构申请')).toBeLessThan(text.indexOf('\n  缺资料\n'));
    expect(text).toContain('不得借助第三方机构申请');
  });

  it('says that it is a pre-check', () => {
    expect(report('企业名称: 甲')).toContain('预检结果，仅供准备申报材料参考；认定以主管部门为准');
  });

  it('never tells anyone to change a figure', () => {
    expect(report(failing)).not.toMatch(/改为|改成|调整为|建议填|应填/);
  });
});

describe('any console', () => {
  const long = `企业名称: ${'很长的名称'.repeat(20)}有限公司\n注册地: 广西\n营业收入: {2025: 1}\n`;
  const texts = [report(long), report('企业名称: 甲'), report('企业名称: A|B`<script>')];

  it('of 80 columns shows every line whole', () => {
    for (const text of texts)
      for (const line of text.split('\n').filter((item) => !item.startsWith('企业：')))
        expect([line, stringWidth(line) <= 80]).toEqual([line, true]);
  });

  it('in GBK can show every sign the tool prints', () => {
    const known = new Set<string>();
    const decoder = new TextDecoder('gbk');
    for (let high = 0x81; high <= 0xfe; high += 1)
      for (let low = 0x40; low <= 0xfe; low += 1) known.add(decoder.decode(Uint8Array.of(high, low)));
    for (const text of texts)
      for (const sign of text) if (sign > '\u007f') expect([sign, known.has(sign)]).toEqual([sign, true]);
  });
});

describe('table', () => {
  it('aligns by the width on screen and ends no line with a space', () => {
    const lines = table(
      ['项目', 'b'],
      [
        ['中文', 'x'],
        ['ab', '中'],
      ],
    );
    expect(lines).toEqual(['项目  b', '中文  x', 'ab    中']);
  });

  it('cuts a cell that is too wide and says so', () => {
    const [, line = ''] = table(['a'], [['一二三四五六七八九十']], [10]);
    expect(line.endsWith('…')).toBe(true);
    expect(widthOf(line)).toBeLessThanOrEqual(10);
  });

  it('of no rows is the header', () => {
    expect(table(['项目', '结论'], [])).toEqual(['项目  结论']);
  });
});

describe('wrap', () => {
  it('breaks Chinese anywhere, but never starts a line with a closing sign', () => {
    expect(wrap('一二三四五，六', 10)).toEqual(['一二三四', '五，六']);
  });

  it('keeps numbers and Latin words whole', () => {
    expect(wrap('收入 12345678 万元', 10)).toEqual(['收入', '12345678', '万元']);
  });

  it('loses no text', () => {
    const text = '近两年每年研发费用占营业收入不低于3%，合计不低于1200万元（审计报告）。';
    expect(wrap(text, 12).join('')).toBe(text);
  });
});

describe('markdown', () => {
  it('never lets client text become markup', () => {
    const text = markdownReport(checked(CONDITIONS, '企业名称: "A|B <script>`x` *y* [z](u) # 1"\n'));
    expect(text).not.toContain('<script>');
    expect(text).toContain('\\<script\\>');
    expect(text).toContain('A\\|B');
  });

  it('keeps every table row at its number of columns', () => {
    const text = markdownReport(checked(CONDITIONS, '企业名称: 甲\n营业收入: {2025: 1}\n'));
    const blocks = text.split('\n\n').filter((block) => block.startsWith('| '));
    expect(blocks).toHaveLength(2);
    for (const block of blocks) {
      const rows = block.split('\n').filter((line) => line.startsWith('|'));
      expect(new Set(rows.map((row) => row.replaceAll('\\|', '').split('|').length)).size).toBe(1);
    }
  });
});
