import { describe, expect, it } from 'vitest';
import { checkJson, textReport } from '../../src/report/index.ts';
import { checked } from './support.ts';

const CONDITIONS = `
- 编号: 专项
  要求: 没有写全部还是任一
  至少:
    项数: [1, 2]
    之中:
      - {编号: 研发, 要求: 研发, 条款: 二, 判定: {指标: 研发费用, 期间: 上年度, 不低于: 10万元}}
      - {编号: 上市, 要求: 上市, 条款: 二, 判定: {字段: 已上市, 为: 是}}
- 编号: 范围
  要求: 没有写管哪几段
  条款: 三
  读法:
    都要: {全部: [{编号: 收入, 要求: 收入, 条款: 三, 判定: {指标: 营业收入, 期间: 上年度, 不低于: 100万元}}]}
    一项: {判定: {任一: [{条件: 收入}, {条件: 研发}]}}
`;
const PROFILE = '企业名称: 甲\n研发费用: {2025: 10}\n已上市: 否\n营业收入: {2025: 90}\n';

describe('what hangs on an unclear text', () => {
  it('is told with each way to read it, and with what fails under one of them', () => {
    const text = textReport(checked(CONDITIONS, PROFILE));
    expect(text).toContain('说明 文件没有写明要几项：按1项算符合，按2项算不符合（已符合1项）');
    expect(text).toContain('- 上市：上市\n          实际 否；要求 是');
    expect(text).toContain('说明 读法“都要”：不符合（不符合：收入）');
    expect(text).toContain('说明 读法“一项”：符合（收入不符合；研发符合）');
    expect(text).toContain('差距 营业收入（2025年）还差10万元');
  });

  it('is settled by a recorded answer, which is shown', () => {
    const answers =
      '人工核验: [{条件: sample-2026/专项, 结论: 符合, 依据: 电话}, {条件: sample-2026/范围, 结论: 不符合, 依据: 来函}]\n';
    const result = checked(CONDITIONS, `${PROFILE}${answers}`);
    expect(textReport(result)).toContain('核验 人工核验，来函');
    expect(textReport(result)).toContain('专项（人工核验）');
    expect(checkJson(result).assessments[0]).toMatchObject({
      verdict: 'unmet',
      groups: [
        { id: '专项', combine: 'atLeast', verdict: 'met', attested: { basis: '电话' } },
        { id: '范围', combine: 'readings', verdict: 'unmet', attested: { basis: '来函' } },
      ],
    });
  });

  it('in JSON the group carries the remarks, and its criteria are marked as deciding nothing alone', () => {
    const [assessment] = checkJson(checked(CONDITIONS, PROFILE)).assessments;
    expect(assessment?.groups).toMatchObject(
      [
        { id: '专项', remarks: [/按1项算符合/] },
        { id: '范围', remarks: [/读法“都要”/, /读法“一项”/] },
      ].map(({ id, remarks }) => ({ id, remarks: remarks.map((item) => expect.stringMatching(item)) })),
    );
    expect(assessment?.criteria).toMatchObject([
      { id: '研发', group: '专项', optional: true },
      { id: '上市', group: '专项', optional: true },
      { id: '收入', group: '范围', optional: true },
    ]);
  });
});
