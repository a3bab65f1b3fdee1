import { describe, expect, it } from 'vitest';
import { DAY, json, SAMPLES, STACK, zjtx } from './support.ts';

describe('zjtx check shows pitfalls beside the criteria', () => {
  const run = zjtx(['check', SAMPLES.guangxi, ...DAY]);

  it('with code, severity, what was seen, what to prepare and the clause', () => {
    const text = run.out.replace(/\s+/g, '');
    expect(text).toContain('否决P04.1：不符合“近两年研发费用合计不低于1200万元”，实际930万元');
    expect(text).toContain(
      '看到研发费用（2024年）450万元、研发费用（2025年）480万元（profiles/05-广西三新一强.yaml:13,14）',
    );
    expect(text).toContain('准备备审计报告利润表和研发费用辅助账');
    expect(text).toContain('依据工信部企业〔2026〕2号附件2第三项（规定）');
  });

  it('says of advice that it is experience', () => {
    expect(run.out).toMatch(/警告 F35\.1[\s\S]*?（经验）/);
  });

  it('names what could not be looked at for want of facts', () => {
    expect(run.out).toMatch(/缺资料，没有核对的注意事项\n[\s\S]*F48 缺主导产品代码/);
  });

  it('lists what a person must look at only when asked', () => {
    expect(run.out).not.toContain('填报核对清单（要人看）');
    const full = zjtx(['check', SAMPLES.guangxi, ...DAY, '--checklist']).out;
    expect(full).toMatch(/填报核对清单（要人看）\n[\s\S]*□ 平台账号能登录/);
  });

  it('prints them in Markdown, with why each matters', () => {
    const { out } = zjtx(['check', SAMPLES.guangxi, ...DAY, '--format', 'markdown']);
    expect(out).toContain('## 注意事项');
    expect(out).toMatch(/\| 否决 \| P04\.1 \|.*标准用财务会计口径/);
    expect(out).toMatch(/- \[ \] .*（F68）/);
  });

  it('leaves rules of other tiers out: 科技型 has no 主导产品名称', () => {
    const result = json(zjtx(['check', SAMPLES.blanks, ...DAY, '-p', 'national-tech-sme-2017', '--json']));
    expect(JSON.stringify(result.pitfallsUnchecked)).not.toContain('P01');
  });
});

describe('zjtx explain CODE', () => {
  it('tells all about one check', () => {
    const { out, code } = zjtx(['explain', 'p07.3']);
    expect(code).toBe(0);
    expect(out).toMatch(/^P07\.3 资产负债率接近上限\n/);
    expect(out).toContain('性质 经验：不是规定');
  });

  it('tells a topic with its checks, and where another check stands for it', () => {
    expect(zjtx(['explain', 'P07']).out).toContain('检查 P07.2 否决［规定］收入增长不够');
    expect(zjtx(['explain', 'F11']).out).toContain('参见 P07.1、P07.3、P07.4');
  });

  it('speaks JSON', () => {
    expect(json(zjtx(['explain', 'P07.3', '--json']))).toMatchObject({
      schemaVersion: 1,
      topic: { code: 'P07' },
      check: { code: 'P07.3', severity: 'hint', basis: 'experience' },
    });
  });

  it('refuses a code that there is not, with what there is', () => {
    const run = zjtx(['explain', 'P07.9']);
    expect(run.code).toBe(2);
    expect(run.err).toContain('P07 有 P07.1、P07.2、P07.3、P07.4');
    expect(run.err).not.toMatch(STACK);
  });
});
