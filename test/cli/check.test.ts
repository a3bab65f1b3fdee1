import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { asList, asRecord, BIN, DAY, json, SAMPLES, STACK, tempFolder, verdicts, zjtx } from './support.ts';

const GIANT = 'national-little-giant-2026';
const WORDS = ['met', 'unmet', 'unknown', 'manual', 'na', 'waived'];

describe('formats', () => {
  it('text names enterprise, day, base year, a summary and the next step', () => {
    const { code, out, err } = zjtx(['check', SAMPLES.exact, ...DAY]);
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(out).toContain('企业：示例一号精密轴承（虚构）有限公司');
    expect(out).toContain('评估日：2026-11-21  上年度：2025年');
    expect(out).toContain('认定以主管部门为准');
    expect(out).toContain('下一步：专精特新“小巨人”企业');
    expect(out).toMatch(/可计算条件：符合(\d+)\/\1，不符合0，缺资料0/);
  });

  it('text shows for a failing criterion value, threshold, gap, origin and clause', () => {
    const { out } = zjtx(['check', SAMPLES.research, ...DAY]);
    expect(out).toContain('实际 2024年 2.95%；2025年 4%；要求 近两年每年不低于3%');
    expect(out).toContain('差距 研发费用（2024年）还差10万元（已结账年度，不可补）');
    expect(out).toContain(`来处 ${SAMPLES.research}:`);
    expect(out).toContain('依据 工信部企业〔2026〕2号 附件2 第三项');
  });

  it('says that the standard is in force while the batch is over', () => {
    const { out } = zjtx(['check', SAMPLES.exact, ...DAY]);
    expect(out.replace(/\n\s+/g, '')).toContain('标准有效；第八批企业填报已于2026-05-25截止');
    expect(out.replace(/\n\s+/g, '')).toContain('下一批尚未公布');
  });

  it.each([
    ['markdown', /^\| 条件 \| 结论 \| 实际 \| 要求 \|/m],
    ['md', /^\| 结论 \| 条件 \| 实际与要求 \|/m],
  ])('%s has headings and tables', (format, head) => {
    const { code, out } = zjtx(['check', SAMPLES.research, ...DAY, '--format', format]);
    expect(code).toBe(0);
    expect(out).toMatch(/^# 示例二号轴承制造（虚构）有限公司：专精特新申报预检$/m);
    expect(out).toMatch(head);
    expect(out).toContain('研发费用（2024年）还差10万元');
  });

  it('--json and --format json are the same', () => {
    const a = zjtx(['check', SAMPLES.small, ...DAY, '--json']);
    const b = zjtx(['check', SAMPLES.small, ...DAY, '--format', 'json']);
    expect(a.out).toBe(b.out);
  });

  it('has no colour codes in a pipe', () => {
    expect(zjtx(['check', SAMPLES.small, ...DAY]).out).not.toContain('\u001b');
  });
});

describe('the contract of check --json', () => {
  const run = zjtx(['check', SAMPLES.blanks, ...DAY, '--json']);
  const result = json(run);
  const assessments = asList(result.assessments);

  it('at the top', () => {
    expect(result).toMatchObject({
      schemaVersion: 1,
      asOf: '2026-11-21',
      baseYear: 2025,
      enterprise: { name: '示例三号软件（虚构）有限公司' },
    });
    expect(Array.isArray(result.pitfalls)).toBe(true);
    expect(assessments.length).toBeGreaterThan(3);
  });

  it.each(assessments.map((item) => [String(asRecord(item.programme).id), item] as const))(
    'of %s',
    (_id, item) => {
      const programme = asRecord(item.programme);
      for (const key of ['id', 'series', 'name', 'tier', 'jurisdiction', 'edition'])
        expect(typeof programme[key]).toBe('string');
      expect(['yes', 'no', 'unverified']).toContain(programme.inForce);
      expect(WORDS).toContain(item.verdict);
      expect(Array.isArray(item.missing)).toBe(true);
      for (const criterion of asList(item.criteria)) {
        expect(typeof criterion.id).toBe('string');
        expect(typeof criterion.text).toBe('string');
        expect(WORDS).toContain(criterion.verdict);
        expect(typeof criterion.clause).toBe('string');
        expect('anchor' in criterion).toBe(true);
        expect(Array.isArray(criterion.missing)).toBe(true);
        if (criterion.verdict === 'met') expect(criterion.gap).toBeUndefined();
      }
      for (const question of asList(item.nextQuestions)) expect(typeof question.label).toBe('string');
    },
  );

  it('a finding has code, severity, message, fields and fix', () => {
    const folder = tempFolder();
    const path = join(folder, 'p.yaml');
    writeFileSync(path, '企业名称: 甲（虚构）\n主营业务收入: {2025: 200}\n营业收入: {2025: 100}\n');
    const [finding] = asList(json(zjtx(['check', path, ...DAY, '--json'])).pitfalls);
    expect(finding).toMatchObject({ code: 'P08.1', severity: 'error', fields: ['mainRevenue'] });
    expect(typeof finding?.message).toBe('string');
    expect(typeof finding?.fix).toBe('string');
  });
});

describe('exit codes', () => {
  it('0 when it ran, also when something is 不符合', () => {
    expect(zjtx(['check', SAMPLES.research, ...DAY]).code).toBe(0);
  });

  it('1 when a programme named by --programme is 不符合, with the report on stdout', () => {
    const run = zjtx(['check', SAMPLES.research, ...DAY, '--programme', GIANT]);
    expect(run.code).toBe(1);
    expect(run.out).toContain('结论：不符合');
    expect(run.err).toBe('');
  });

  it('0 when the named programme is 符合 or open', () => {
    expect(zjtx(['check', SAMPLES.exact, ...DAY, '-p', GIANT]).code).toBe(0);
    expect(zjtx(['check', SAMPLES.blanks, ...DAY, '-p', GIANT]).code).toBe(0);
  });

  it('1 when one of several named programmes is 不符合', () => {
    const run = zjtx(['check', SAMPLES.small, ...DAY, '-p', 'national-zjtx-sme-2026', '-p', GIANT, '--json']);
    expect(run.code).toBe(1);
    expect(verdicts(run)).toEqual({ 'national-zjtx-sme-2026': 'manual', [GIANT]: 'unmet' });
  });
});

describe('which edition applies', () => {
  it('2026-03-31 is judged by the 2022 editions, 2026-04-01 by those of 2026', () => {
    const before = verdicts(zjtx(['check', SAMPLES.exact, '--as-of', '2026-03-31', '--json']));
    const after = verdicts(zjtx(['check', SAMPLES.exact, '--as-of', '2026-04-01', '--json']));
    expect(Object.keys(before)).toEqual(
      expect.arrayContaining(['national-zjtx-sme-2022', 'national-little-giant-2022']),
    );
    expect(Object.keys(before)).not.toEqual(expect.arrayContaining([GIANT]));
    expect(Object.keys(after)).toEqual(expect.arrayContaining(['national-zjtx-sme-2026', GIANT]));
    expect(Object.keys(after)).not.toEqual(expect.arrayContaining(['national-little-giant-2022']));
  });

  it('an edition that is not in force may be named, and is marked', () => {
    const run = zjtx(['check', SAMPLES.exact, ...DAY, '-p', 'national-little-giant-2022']);
    expect(run.out).toContain('* 评估日不在该版本有效期内');
  });

  it('--as-of takes the usual spellings of a date', () => {
    const a = zjtx(['check', SAMPLES.exact, '--as-of', '2026年11月21日', '--json']);
    expect(json(a).asOf).toBe('2026-11-21');
  });

  it('--province takes the programmes of another place', () => {
    const path = join(tempFolder(), 'p.yaml');
    writeFileSync(path, '企业名称: 甲（虚构）\n');
    const run = zjtx(['check', path, ...DAY, '--province', '广西', '--json']);
    expect(Object.keys(verdicts(run))).toContain('gx-tizhi-peiyu-2025');
    const away = zjtx(['check', SAMPLES.guangxi, ...DAY, '--province', 'zj', '--json']);
    expect(Object.keys(verdicts(away))).not.toContain('gx-tizhi-peiyu-2025');
  });

  it('says so when a place has no programmes of its own, or none is known', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'far.yaml'), '企业名称: 甲（虚构）\n注册地: 台湾省台北市\n');
    expect(zjtx(['check', join(folder, 'far.yaml'), ...DAY]).out).toContain('台湾省没有收录地方项目');
    writeFileSync(join(folder, 'p.yaml'), '企业名称: 甲（虚构）\n');
    expect(zjtx(['check', join(folder, 'p.yaml'), ...DAY]).out).toContain('档案没有注册地');
  });

  it('a city without programmes of its own: national rules, and a word about those of the province', () => {
    const path = join(tempFolder(), 'p.yaml');
    writeFileSync(path, '企业名称: 甲（虚构）\n注册地: 辽宁省大连市\n');
    const named = zjtx(['check', path, ...DAY, '--province', '大连']);
    expect(named.out).toContain('大连市没有收录地方项目，只按国家标准评估');
    expect(named.code).toBe(0);
    const { out } = zjtx(['policy', 'list', ...DAY, '--province', '大连']);
    expect(out).toContain('大连市没有收录地方项目，按国家标准评估');
  });

  it('what the place had before is offered, and judged with --history', () => {
    const path = join(tempFolder(), 'p.yaml');
    writeFileSync(path, '企业名称: 甲（虚构）\n注册地: 广西壮族自治区南宁市\n');
    const plain = zjtx(['check', path, ...DAY]).out.replace(/\n\s+/g, '');
    expect(plain).toContain('gx-zjtx-sme-2023');
    expect(plain).toContain('要对照加 --history');
    expect(Object.keys(verdicts(zjtx(['check', path, ...DAY, '--json'])))).not.toContain('gx-zjtx-sme-2023');
    const asked = zjtx(['check', path, ...DAY, '--history', '--json']);
    expect(Object.keys(verdicts(asked))).toContain('gx-zjtx-sme-2023');
    expect(zjtx(['check', path, ...DAY, '--history']).out).toContain('* 评估日不在该版本有效期内');
  });

  it('a profile that ends a year early is told which day it would answer', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'p.yaml'), '企业名称: 甲（虚构）\n营业收入: {2024: 6000万元}\n');
    const { out } = zjtx(['check', join(folder, 'p.yaml'), ...DAY]);
    expect(out.replace(/\n\s+/g, '')).toContain('档案最近年度是2024年，缺2025年数据');
    expect(out.replace(/\n\s+/g, '')).toContain('--as-of 2025-12-31');
  });
});

describe('several profiles', () => {
  it('are reported one after the other; JSON is a list', () => {
    const run = zjtx(['check', SAMPLES.exact, SAMPLES.small, ...DAY, '--json']);
    const list = asList(JSON.parse(run.out));
    expect(list.map((item) => asRecord(item.enterprise).name)).toEqual([
      '示例一号精密轴承（虚构）有限公司',
      '示例四号新材料（虚构）有限公司',
    ]);
  });

  it('one that cannot be read does not stop the others, and ends in 2', () => {
    const run = zjtx(['check', SAMPLES.exact, '没有这个文件.yaml', SAMPLES.small, ...DAY]);
    expect(run.code).toBe(2);
    expect(run.out).toContain('示例一号');
    expect(run.out).toContain('示例四号');
    expect(run.err).toContain('没有这个文件.yaml');
    expect(run.err).toContain('文件不存在');
    expect(run.err).not.toMatch(STACK);
  });
});

describe('-o', () => {
  it('writes the data to the file, a word about it to stderr, and nothing to stdout', () => {
    const folder = tempFolder();
    const path = join(folder, '新建', '结果.json');
    const run = zjtx(['check', SAMPLES.exact, ...DAY, '--json', '-o', path]);
    expect(run).toMatchObject({ code: 0, out: '' });
    expect(run.err).toBe(`已写入 ${path}\n`);
    expect(json({ ...run, out: readFileSync(path, 'utf8') }).schemaVersion).toBe(1);
    expect(readdirSync(join(folder, '新建'))).toEqual(['结果.json']);
  });

  it('never overwrites without --force', () => {
    const folder = tempFolder();
    const path = join(folder, 'r.txt');
    writeFileSync(path, '原来的内容');
    const refused = zjtx(['check', SAMPLES.exact, ...DAY, '-o', path]);
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toContain('已存在，没有覆盖');
    expect(refused.err).toContain('--force');
    expect(readFileSync(path, 'utf8')).toBe('原来的内容');

    const forced = zjtx(['check', SAMPLES.exact, ...DAY, '-o', path, '--force']);
    expect(forced.code).toBe(0);
    expect(readFileSync(path, 'utf8')).toContain('示例一号');
    expect(readdirSync(folder)).toEqual(['r.txt']);
  });

  it('leaves an existing file alone when the input is bad', () => {
    const folder = tempFolder();
    const path = join(folder, 'r.txt');
    writeFileSync(path, '原来的内容');
    expect(zjtx(['check', '没有.yaml', ...DAY, '-o', path, '--force']).code).toBe(2);
    expect(readFileSync(path, 'utf8')).toBe('原来的内容');
  });

  it('to a folder is refused, and leaves no temporary file', () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'r'));
    const run = zjtx(['check', SAMPLES.exact, ...DAY, '-o', join(folder, 'r'), '--force']);
    expect(run.code).toBe(2);
    expect(run.err).toContain('文件夹');
    expect(run.err).not.toMatch(STACK);
    expect(readdirSync(folder)).toEqual(['r']);
  });

  it('below a file is refused', () => {
    const run = zjtx(['check', SAMPLES.exact, ...DAY, '-o', 'package.json/r.txt']);
    expect(run.code).toBe(2);
    expect(run.err).toContain('写不了');
    expect(run.err).not.toMatch(STACK);
    expect(existsSync('package.json')).toBe(true);
  });
});

describe('a reader that stops early', () => {
  it('is no error', async () => {
    const child = spawn(process.execPath, [BIN, 'check', ...Object.values(SAMPLES), ...DAY, '--json'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString();
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(err).toBe('');
    expect(code).toBe(0);
  });
});
