import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { policyText } from '../assess/support.ts';
import { asList, asRecord, DAY, json, SAMPLES, STACK, tempFolder, verdicts, zjtx } from './support.ts';

const OWN = policyText(`
- 编号: 收入
  要求: 上年度营业收入不低于1000万元
  条款: 一
  判定: {指标: 营业收入, 期间: 上年度, 不低于: 1000万元}
`);

const folderWith = (files: Readonly<Record<string, string>>): string => {
  const folder = tempFolder();
  mkdirSync(join(folder, '政策'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, '政策', name), text);
  return join(folder, '政策');
};

const CASES = `编号: sample-2026
评估日: 2026-11-21
基础档案: {企业名称: 示例（虚构）}
用例:
  - {说明: 恰好1000万元, 档案: {营业收入: {2025: 1000万元}}, 期望: {收入: 符合, 总评: 符合}}
  - {说明: 少1元, 档案: {营业收入: {2025: 9999999元}}, 期望: {收入: 不符合}}
  - {说明: 空白, 期望: {收入: 缺资料}, 缺: [营业收入（2025年）]}
`;

describe('policy list', () => {
  it('as text says for each edition whether it is in force, since when and how sure', () => {
    const { code, out, err } = zjtx(['policy', 'list', ...DAY]);
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(out).toMatch(/^national-little-giant-2026 .*有效 +2026-04-01— +A\b/m);
    expect(out).toMatch(/^national-little-giant-2022 .*(失效|不在有效期) +2022-08-01—2026-03-31 +A\b/m);
    expect(out).toMatch(/^gx-tizhi-peiyu-2025 .*有效 +2025-04-23—2027-12-31 +A\b/m);
  });

  it('as JSON keeps the contract', () => {
    const result = json(zjtx(['policy', 'list', ...DAY, '--json']));
    expect(result.schemaVersion).toBe(1);
    const programmes = asList(result.programmes);
    expect(programmes.map((item) => item.id)).toEqual(
      expect.arrayContaining([
        'national-tech-sme-2017',
        'national-innovative-sme-2022',
        'national-zjtx-sme-2022',
        'national-little-giant-2022',
        'national-little-giant-review-2026',
        'national-zjtx-sme-2026',
        'national-zjtx-sme-review-2026',
        'national-little-giant-2026',
        'gx-tizhi-peiyu-2025',
      ]),
    );
    for (const item of programmes) {
      for (const key of ['id', 'series', 'name', 'tier', 'jurisdiction', 'from'])
        expect(typeof item[key]).toBe('string');
      expect(item.to === null || typeof item.to === 'string').toBe(true);
      expect(['yes', 'no', 'unverified']).toContain(item.inForce);
      expect(['A', 'B', 'C', 'R']).toContain(item.confidence);
      expect(item.criteria).toBeGreaterThan(0);
    }
  });

  it('for a province leaves out the others', () => {
    const ids = (place: string) =>
      asList(json(zjtx(['policy', 'list', ...DAY, '--json', '--province', place])).programmes).map(
        (item) => item.id,
      );
    expect(ids('广西')).toContain('gx-tizhi-peiyu-2025');
    expect(ids('广东')).not.toContain('gx-tizhi-peiyu-2025');
  });
});

describe('policy show and explain', () => {
  it('show names document, number, dates, every criterion with its clause, evidence and doubts', () => {
    const { code, out } = zjtx(['policy', 'show', 'national-little-giant-2026', ...DAY]);
    expect(code).toBe(0);
    expect(out).toContain('工信部企业〔2026〕2号');
    expect(out).toContain('施行：2026-04-01起施行');
    expect(out).toContain('- 研发合计：近两年研发费用合计不低于1200万元');
    expect(out).toContain('［否决项］经营异常');
    expect(out).toContain('豁免：近三年获国家级科技奖励');
    expect(out).toContain('申报资料');
  });

  it('show as JSON has the criteria as a tree', () => {
    const programme = asRecord(
      json(zjtx(['policy', 'show', 'gx-tizhi-peiyu-2025', ...DAY, '--json'])).programme,
    );
    const invest = asList(programme.criteria).find((item) => item.id === '投资');
    expect(asList(invest?.parts)).toMatchObject([
      {
        id: '总投资',
        clause: '四（二）2',
        anchor: '总投资不低于2000万元',
        test: '推进计划总投资不低于2000万元',
      },
      { id: '投资进度', test: '推进计划已完成投资/推进计划总投资不低于30%' },
    ]);
  });

  it('show as JSON has money and settlement in words, exact', () => {
    const programme = asRecord(
      json(zjtx(['policy', 'show', 'gx-tizhi-jinjie-2025', ...DAY, '--json'])).programme,
    );
    expect(asList(programme.money)[0]).toMatchObject({
      item: '进阶奖励',
      kind: '奖补',
      value: '300万元',
      payment: '广西提质进阶进阶奖励',
    });
    const shown = zjtx(['policy', 'show', 'gx-tizhi-peiyu-2025', ...DAY]).out;
    expect(shown).toContain('清算（推进计划的结果决定资金）');
    expect(shown).toContain('总体目标完成率低于60%，收回全部资金（八（四）第2项）');
  });

  it('explain of a programme shows the same', () => {
    const shown = zjtx(['policy', 'show', 'gx-tizhi-peiyu-2025', ...DAY]);
    const explained = zjtx(['explain', 'gx-tizhi-peiyu-2025']);
    expect(explained.code).toBe(0);
    expect(explained.out.split('\n')[0]).toBe(shown.out.split('\n')[0]);
  });

  it('explain of a criterion tells rule, clause, dates, computing, fields, waiver and evidence', () => {
    const { code, out } = zjtx(['explain', 'national-little-giant-2026/Ⅰ类知识产权']);
    expect(code).toBe(0);
    for (const word of ['要求', '依据', '施行', '算法', '字段', '豁免', '佐证', '附件2 第四项', '2026-04-01'])
      expect(out).toContain(word);
    const criterion = asRecord(
      json(zjtx(['explain', 'national-little-giant-2026/研发占比', '--json'])).criterion,
    );
    expect(criterion).toMatchObject({
      programme: 'national-little-giant-2026',
      id: '研发占比',
      clause: '附件2 第三项',
      computed: '研发费用/营业收入（近两年每年）不低于3%',
    });
    expect(asList(criterion.fields).map((field) => field.name)).toEqual(['研发费用', '营业收入']);
  });

  it.each(['研发费用', 'rd', '研究开发费用'])('explain %s tells about the field', (word) => {
    const { code, out } = zjtx(['explain', word]);
    expect(code).toBe(0);
    expect(out).toMatch(/^字段 研发费用（rd），逐年填写，不写单位时按万元$/m);
    expect(out.replace(/\n\s+/g, '')).toContain('不是加计扣除口径');
  });

  it('-o works for them too', () => {
    const path = join(tempFolder(), 'x.json');
    expect(zjtx(['explain', 'rd', '--json', '-o', path])).toMatchObject({ code: 0, out: '' });
  });
});

describe('--policies: own policy files beside the built-in ones', () => {
  it('are assessed, listed, shown and explained like them', () => {
    const folder = folderWith({ '示例.yaml': OWN, '示例.用例.yaml': CASES });
    const beside = ['--policies', folder];
    expect(verdicts(zjtx(['check', SAMPLES.exact, ...DAY, ...beside, '--json']))).toMatchObject({
      'sample-2026': 'met',
      'national-little-giant-2026': 'met',
    });
    expect(zjtx(['check', SAMPLES.small, ...DAY, ...beside, '-p', 'sample-2026']).code).toBe(0);
    expect(zjtx(['policy', 'list', ...DAY, ...beside]).out).toContain('sample-2026');
    expect(zjtx(['policy', 'show', 'sample-2026', ...beside]).out).toContain('示例〔2026〕1号');
    expect(zjtx(['explain', 'sample-2026/收入', ...beside]).out).toContain(
      '营业收入（上年度）不低于1000万元',
    );
  });

  it('with a fault end in 2 with file, line and column', () => {
    const folder = folderWith({ '坏.yaml': OWN.replace('营业收入, 期间', '营业收人, 期间') });
    const run = zjtx(['check', SAMPLES.exact, ...DAY, '--policies', folder]);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toContain(`${join(folder, '坏.yaml')}:16:12 `);
    expect(run.err).toContain('是不是想写“营业收入”？');
    expect(run.err).not.toMatch(STACK);
  });

  it('with the id of a built-in programme are refused', () => {
    const folder = folderWith({ 'x.yaml': OWN.replace('sample-2026', 'national-little-giant-2026') });
    const run = zjtx(['check', SAMPLES.exact, ...DAY, '--policies', folder]);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toContain('编号 national-little-giant-2026 与内置项目重复');
  });

  it('with one id in two files are refused', () => {
    const folder = folderWith({ 'a.yaml': OWN, 'b.yaml': OWN.replace('系列: 示例/示例', '系列: 示例/另一') });
    const run = zjtx(['check', SAMPLES.exact, ...DAY, '--policies', folder]);
    expect(run.code).toBe(2);
    expect(run.err).toContain('sample-2026');
  });

  it('of a built-in series on the same day are refused', () => {
    const folder = folderWith({ 'x.yaml': OWN.replace('示例/示例', '国家/小巨人') });
    const run = zjtx(['check', SAMPLES.exact, ...DAY, '--policies', folder]);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toMatch(/系列“国家\/小巨人”在同一天有两个有效版本/);
  });

  it('in an empty folder are missed', () => {
    const run = zjtx(['check', SAMPLES.exact, ...DAY, '--policies', folderWith({})]);
    expect(run.code).toBe(2);
    expect(run.err).toContain('没有政策文件');
  });
});

describe('policy validate', () => {
  const validate = (files: Readonly<Record<string, string>>, ...rest: string[]) =>
    zjtx(['policy', 'validate', join(folderWith(files), '示例.yaml'), ...rest]);

  it('finds a right file with right 用例 usable', () => {
    const run = validate({ '示例.yaml': OWN, '示例.用例.yaml': CASES });
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(run.out).toContain('可用（sample-2026，条件1项，用例3个）');
  });

  it('warns when there are no 用例', () => {
    const run = validate({ '示例.yaml': OWN });
    expect(run.code).toBe(0);
    expect(run.out).toContain('P212：旁边没有用例文件');
  });

  it('reports a 用例 that fails, with what came out', () => {
    const wrong = CASES.replace('少1元', '少一元').replace('期望: {收入: 不符合}', '期望: {收入: 符合}');
    const run = validate({ '示例.yaml': OWN, '示例.用例.yaml': wrong });
    expect(run.code).toBe(2);
    expect(run.out).toContain('用例“少一元”：收入：期望符合，得到不符合');
  });

  it('reports a fault with its place, also as JSON', () => {
    const bad = { '示例.yaml': OWN.replace('1000万元}', '1000项}') };
    const text = validate(bad);
    expect(text.code).toBe(2);
    expect(text.out).toMatch(/示例\.yaml:16:\d+ P203：“1000项”不能用在这里/);
    const run = validate(bad, '--json');
    expect(run.code).toBe(2);
    expect(json(run)).toMatchObject({ schemaVersion: 1, valid: false });
  });

  it('reports conditions that refer to each other in a circle', () => {
    const circle = OWN.replace(/判定: .*/, '判定: {非: {条件: 收入}}');
    const run = validate({ '示例.yaml': circle });
    expect(run.code).toBe(2);
    expect(run.out).toMatch(/示例\.yaml:16:\d+ P203：条件引用绕成了圈：收入 → 收入/);
    expect(run.out + run.err).not.toMatch(STACK);
  });

  it('finds a clash with a built-in edition', () => {
    const run = validate({ '示例.yaml': OWN.replace('示例/示例', '国家/小巨人') });
    expect(run.code).toBe(2);
    expect(run.out).toContain('系列“国家/小巨人”在同一天有两个有效版本');
  });

  it.each([
    ['broken YAML', '编号: [甲\n'],
    ['another shape', '- 甲\n'],
    ['an unknown verdict', CASES.replace('期望: {收入: 缺资料}', '期望: {收入: 也许}')],
  ])('用例 that cannot be read (%s) end in 2 without a stack trace', (_name, cases) => {
    const run = validate({ '示例.yaml': OWN, '示例.用例.yaml': cases });
    expect(run.out + run.err).toContain('用例');
    expect(run.out + run.err).not.toMatch(STACK);
    expect(run.code).toBe(2);
  });
});
