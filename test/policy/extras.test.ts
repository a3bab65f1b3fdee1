import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/index.ts';
import { loadPolicy } from '../../src/authoring/index.ts';
import { InputError } from '../../src/base/diagnostic.ts';
import { inForce, overlaps, summarize } from '../../src/policy/index.ts';
import { editionText } from '../../src/report/index.ts';
import { editionOf, policyText } from '../assess/support.ts';
import { profileOf } from '../profile/support.ts';

const ONE = '- {编号: 甲, 要求: 甲, 条款: 一, 判定: {字段: 已上市, 为: 否}}';
const shown = (rest: string): string => editionText(editionOf(ONE, rest), '2026-11-21');
const faults = (text: string): string[] => {
  try {
    loadPolicy(text, 'x.yaml');
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics.map((item) => item.message);
    throw error;
  }
  return [];
};

describe('条件未收录: the conditions stand in a document that is not at hand', () => {
  const rest = '条件未收录: {文件: 《示例办法》, 文号: 示例〔2019〕1号, 条款: 一}\n';
  const alone = policyText(ONE, rest).replace(/条件:\n[\s\S]*$/, '');

  it('needs no 条件, and stays 待核实 naming the document', () => {
    const { edition } = loadPolicy(alone, 'x.yaml');
    const { verdict, root } = assess(profileOf('已上市: 否'), edition, '2026-11-21');
    expect(verdict).toBe('manual');
    expect(root.parts[0]?.outcome?.remarks).toEqual(['条件未收录：《示例办法》（示例〔2019〕1号）']);
    expect(summarize(edition).unlisted).toBe('《示例办法》');
  });

  it('beside conditions of its own it never lets 符合 through, but does not hide 不符合', () => {
    const edition = editionOf(ONE, rest);
    const verdict = (profile: string) => assess(profileOf(profile), edition, '2026-11-21').verdict;
    expect(verdict('已上市: 否')).toBe('manual');
    expect(verdict('已上市: 是')).toBe('unmet');
    expect(verdict('企业名称: 甲')).toBe('unknown');
  });

  it('policy show says so at the head', () => {
    expect(shown(rest)).toContain('条件未收录：条件在《示例办法》，手头没有');
  });

  it('a file with neither is refused', () => {
    expect(faults(alone.replace(rest, ''))).toEqual(['没有写“条件”']);
  });
});

describe('未核实 from a day on', () => {
  const edition = editionOf(ONE, '未核实: {起: 2026-06-01, 说明: 汇编之后未见}\n');
  it.each([
    ['2025-12-31', 'no'],
    ['2026-01-01', 'yes'],
    ['2026-05-31', 'yes'],
    ['2026-06-01', 'unverified'],
    ['2030-01-01', 'unverified'],
  ])('%s: %s', (day, state) => {
    expect(inForce(edition, day)).toBe(state);
    expect(inForce(summarize(edition), day)).toBe(state);
  });

  it('two editions of a series clash only while both are known to be in force', () => {
    const first = summarize(edition);
    const second = (from: string) => ({ ...first, id: 'b', from });
    expect(overlaps([first, second('2026-05-31')])).toHaveLength(1);
    expect(overlaps([first, second('2026-06-01')])).toEqual([]);
  });

  it('policy show gives day and reason', () => {
    expect(editionText(edition, '2026-11-21')).toContain('未核实：2026-06-01起是否有效未核实；汇编之后未见');
  });
});

describe('a score table for reference only', () => {
  const table = (reference: string, condition = ONE): string =>
    policyText(
      condition,
      `评分:\n  满分: 10\n${reference}  部分:\n    - 名称: 专\n      满分: 10\n      项目: [{编号: 项, 名称: 项, 满分: 10, 条款: 附件4, 人工评分: [0, 10]}]\n`,
    );
  const note = '  仅供参考: 附件4说明：不作为硬性规定\n';

  it('is shown, marked, and decides nothing', () => {
    const { edition } = loadPolicy(table(note), 'x.yaml');
    const { verdict, score } = assess(profileOf('已上市: 否'), edition, '2026-11-21');
    expect(verdict).toBe('met');
    expect(score).toMatchObject({ low: 0, high: 10 });
    const text = editionText(edition, '2026-11-21');
    expect(text).toContain('评分表（满分10）（仅供参考）');
    expect(text).toContain('不影响结论：附件4说明：不作为硬性规定');
  });

  it('cannot be held against a pass mark', () => {
    const mark = '- {编号: 甲, 要求: 甲, 条款: 一, 判定: {得分: 总分, 不低于: 6分}}';
    expect(faults(table(note, mark))).toEqual(['评分表写了“仅供参考”，不能再用得分判定']);
    expect(faults(table('', mark))).toEqual([]);
  });
});

describe('what follows recognition, as data', () => {
  const rest = `名额: [各市不限名额, {范围: 石家庄市, 数量: 15家, 说明: 建议数}]
资金: [{项目: 奖励, 金额: 50万元, 说明: 只给小微企业, 疑义: 没有写年度, 条款: 四}]
义务:
  - 配合监督管理
  - {种类: 变更报告, 内容: 更名、重组, 期限: 30日, 起算: 变更之日, 逾期: 视为放弃, 条款: 第十三条}
  - {种类: 数据报送, 内容: 报送运行信息, 周期: 每月, 条款: 三（三）}
`;

  it('policy show prints it', () => {
    const text = shown(rest);
    expect(text).toContain('2. 石家庄市：15家（建议数）');
    expect(text).toContain('奖励：50万元；只给小微企业（四）；疑义：没有写年度');
    expect(text).toContain('1. 配合监督管理');
    expect(text).toContain('2. 变更报告：更名、重组，30日内（自变更之日）；逾期视为放弃（第十三条）');
    expect(text).toContain('3. 数据报送：报送运行信息，每月（三（三））');
  });

  it('deadlines and rhythms are kept apart for other programs', () => {
    expect(editionOf(ONE, rest).obligations).toEqual([
      {
        kind: '变更报告',
        what: '更名、重组',
        within: '30日',
        counted: '变更之日',
        lapse: '视为放弃',
        clause: '第十三条',
        document: '示例〔2026〕1号',
      },
      {
        kind: '数据报送',
        what: '报送运行信息',
        every: '每月',
        clause: '三（三）',
        document: '示例〔2026〕1号',
      },
    ]);
  });

  it.each([
    ['一个月', /期限写成/],
    ['30', /期限写成/],
  ])('期限 %s is refused', (within, message) => {
    expect(faults(policyText(ONE, rest.replace('30日', `"${within}"`))).join()).toMatch(message);
  });
});

describe('外部参数', () => {
  const rest = (value: string, field = '所在地生产总值增速'): string =>
    `外部参数: [{字段: ${field}, 数: {2020: ${value}}, 出处: 2020年统计公报}]\n`;

  it('are shown with their year and source', () => {
    expect(shown(rest('5.7%'))).toContain('所在地生产总值增速：2020年5.7%（2020年统计公报）');
  });

  it('need a unit and a yearly field', () => {
    expect(faults(policyText(ONE, rest('"5.7"')))).toEqual(['“5.7”不能用在这里，要写明单位']);
    expect(faults(policyText(ONE, rest('5.7%', '企业名称')))[0]).toBe('企业名称不是逐年的数，不能作外部参数');
  });
});
