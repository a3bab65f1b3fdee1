import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DAY, json, STACK, tempFolder, verdicts, zjtx } from './support.ts';
import { KEY, terminal } from './terminal.ts';

const GIANT = ['-p', 'national-little-giant-2026'] as const;
const KNOWN = `企业名称: 示例（虚构）有限公司
统一社会信用代码: 91450200MA9000011C
注册地: 广西柳州市
填报日期: 2026-11-01
称号: [{名称: 专精特新中小企业, 认定日: 2025-01-01, 有效期至: 2027-12-31}]
营业收入: {2025: 5512.5万元}   # 审计报告
`;
const folderWith = (text = KNOWN): string => {
  const folder = tempFolder();
  writeFileSync(join(folder, '甲.yaml'), text);
  return folder;
};
const textIn = (folder: string, name = '甲.yaml'): string => readFileSync(join(folder, name), 'utf8');

describe('zjtx init on a terminal', () => {
  it('asks who and where, then which programmes, and saves every answer', async () => {
    const folder = tempFolder();
    const screen = terminal(['init', ...DAY], folder);
    await screen.sees('企业名称：');
    screen.answer('示例（虚构）有限公司');
    await screen.sees('统一社会信用代码：');
    expect(textIn(folder, '企业档案.yaml')).toBe('基本情况:\n  企业名称: 示例（虚构）有限公司\n');
    screen.answer('91450200MA9000011D');
    await screen.sees('末位校验码不对');
    screen.press(`\u0015${KEY.enter}`);
    await screen.sees('注册地：');
    screen.answer('广西柳州市');
    await screen.sees('填报日期：');
    screen.answer('2026/11/1');
    expect(await screen.sees('要看哪些项目')).toContain('记为 2026-11-01');
    await screen.sees('广西制造业企业培优育强服务券');
    screen.press(KEY.enter);
    const shown = await screen.sees('营业收入（2025年，万元）：');
    expect(shown).toContain('梯度 科技型 缺资料 0/9; 创新型 缺资料 0/8; 专精特新 缺资料 0/17');
    screen.press(KEY.stop);
    const { text, code } = await screen.end();
    expect(code).toBe(0);
    expect(text).toContain('已停下。这次记下3项，存在 企业档案.yaml');
    expect(text).toContain('zjtx init --from 企业档案.yaml');
    expect(text).not.toMatch(STACK);
    expect(readdirSync(folder)).toEqual(['企业档案.yaml']);
    expect(textIn(folder, '企业档案.yaml')).toBe(
      '基本情况:\n  企业名称: 示例（虚构）有限公司\n  注册地: 广西柳州市\n\n档案说明:\n  填报日期: 2026-11-01\n',
    );
  });

  it('goes on with a profile: only what is missing, the author’s remarks kept', async () => {
    const folder = folderWith();
    const screen = terminal(['init', '--from', '甲.yaml', ...GIANT, ...DAY], folder);
    const first = await screen.sees('营业收入（2024年，万元）：');
    expect(first).not.toContain('企业名称：');
    expect(first).toContain('关系到 小巨人：收入增长、研发占比');
    screen.answer('?');
    const explained = await screen.sees('佐证 审计报告');
    expect(explained).toContain('口径 审计报告利润表营业收入');
    await screen.sees('营业收入（2024年，万元）：');
    screen.answer('五千');
    await screen.sees('不是数');
    screen.press('\u0015');
    screen.answer('0.52亿元');
    expect(await screen.sees('营业收入（2023年，万元）：')).toContain('记为 5200万元');
    screen.press(KEY.stop);
    await screen.end();
    expect(textIn(folder)).toBe(
      KNOWN.replace('{2025: 5512.5万元}   #', '{2025: 5512.5万元, 2024: 5200万元} #'),
    );
  });

  it('says how verdicts change, and asks no more once they stand', async () => {
    const folder = folderWith(`${KNOWN}列入经营异常名录: 否\n`);
    const screen = terminal(['init', '--from', '甲.yaml', ...GIANT, ...DAY], folder);
    await screen.sees('营业收入（2024年，万元）：');
    screen.answer('');
    await screen.sees('营业收入（2023年，万元）：');
    screen.answer('');
    await screen.sees('研发费用（2025年，万元）：');
    screen.answer('100');
    const changed = await screen.sees('变为 专精特新“小巨人”企业（2026年标准）：缺资料 → 不符合');
    expect(changed).toContain('记为 100万元');
    // decided: nothing else is asked without being wanted
    await screen.sees('先到这里');
    screen.press(KEY.stop);
    const { text } = await screen.end();
    expect(text).toContain('专精特新“小巨人”企业（2026年标准）：不符合');
    expect(textIn(folder)).toContain('  2025:\n    研发费用: 100万元');
  });

  it('takes an answer back, also on disk', async () => {
    const folder = folderWith();
    const screen = terminal(['init', '--from', '甲.yaml', ...GIANT, ...DAY], folder);
    await screen.sees('营业收入（2024年，万元）：');
    screen.answer('5000');
    await screen.sees('营业收入（2023年，万元）：');
    expect(textIn(folder)).toContain('2024: 5000万元');
    screen.answer('<');
    await screen.sees('营业收入（2024年，万元）：');
    expect(textIn(folder)).toBe(KNOWN);
    screen.answer('5200');
    await screen.sees('营业收入（2023年，万元）：');
    expect(textIn(folder)).toContain('2024: 5200万元');
    screen.press(KEY.stop);
    expect((await screen.end()).text).toContain('这次记下1项');
  });

  it('says at once what does not agree, and keeps it only when told to', async () => {
    const folder = folderWith(`${KNOWN}营业收入增长率: {2025: 5%}\n`);
    const ask = async (choice: string): Promise<string> => {
      const screen = terminal(['init', '--from', '甲.yaml', ...GIANT, ...DAY], folder);
      await screen.sees('营业收入（2024年，万元）：');
      screen.answer('5000');
      await screen.sees('对不上 2025年营业收入增长率写的是5%，按原数计算是10.25%');
      await screen.sees('照原样记下');
      screen.press(`${choice}${KEY.enter}`);
      await screen.sees(choice === '1' ? '营业收入（2024年，万元）：' : '营业收入（2023年，万元）：');
      screen.press(KEY.stop);
      await screen.end();
      return textIn(folder);
    };
    expect(await ask('1')).not.toContain('2024: 5000万元');
    expect(await ask('2')).toContain('2024: 5000万元');
  });

  it('asks records one by one, only what still matters, and marks a list left early as 未列全', async () => {
    const folder = folderWith(
      `${readFileSync('profiles/01-恰好达标-小巨人.yaml', 'utf8').replace(/^知识产权:\n(?: .*\n)+/m, '')}`,
    );
    expect(textIn(folder)).not.toContain('知识产权:\n');
    const screen = terminal(['init', '--from', '甲.yaml', ...GIANT, ...DAY], folder);
    await screen.sees('知识产权有几条');
    screen.answer('3');
    await screen.sees('第1条：名称：');
    screen.answer('一种轴承（虚构）');
    await screen.sees('知识产权第1条：种类');
    await screen.sees('12. 商标');
    screen.press(`12${KEY.enter}`);
    // a trademark is none that counts: nothing else is asked of it
    await screen.sees('第2条：名称：');
    screen.answer('一种滚子（虚构）');
    await screen.sees('12. 商标');
    screen.press(`2${KEY.enter}`);
    await screen.sees('知识产权第2条：有效');
    await screen.sees('. 这张表先到这里');
    screen.press(`6${KEY.enter}`);
    await screen.sees('未列全 知识产权先记到这里');
    screen.press(KEY.stop);
    await screen.end();
    expect(textIn(folder)).toContain(
      `  知识产权:
    未列全: 是
    记录:
      - {名称: 一种轴承（虚构）, 种类: 商标}
      - {名称: 一种滚子（虚构）, 种类: 发明专利}
`,
    );
  });

  it('does not overwrite what somebody else wrote meanwhile', async () => {
    const folder = folderWith();
    const screen = terminal(['init', '--from', '甲.yaml', ...GIANT, ...DAY], folder);
    await screen.sees('营业收入（2024年，万元）：');
    writeFileSync(join(folder, '甲.yaml'), `${KNOWN}已上市: 否\n`);
    screen.answer('5200');
    const { text, code } = await screen.end();
    expect(code).toBe(2);
    expect(text).toContain('E019：甲.yaml 在别处改过，没有覆盖');
    expect(textIn(folder)).toBe(`${KNOWN}已上市: 否\n`);
  });

  it('finds 企业档案.yaml of an earlier time', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, '企业档案.yaml'), KNOWN);
    const screen = terminal(['init', ...GIANT, ...DAY], folder);
    await screen.sees('接着填 企业档案.yaml');
    await screen.sees('另建 企业档案2.yaml');
    screen.press(`2${KEY.enter}`);
    await screen.sees('企业名称：');
    screen.press(KEY.stop);
    expect((await screen.end()).text).toContain('还没有回答，没有写文件');
    expect(readdirSync(folder)).toEqual(['企业档案.yaml']);
  });

  it('prints only signs that a GBK console has, and no colours with NO_COLOR', async () => {
    const folder = folderWith();
    const screen = terminal(['init', '--from', '甲.yaml', ...GIANT, ...DAY], folder, { NO_COLOR: '1' });
    await screen.sees('营业收入（2024年，万元）：');
    screen.answer('?');
    await screen.sees('佐证');
    await screen.sees('营业收入（2024年，万元）：');
    screen.press(KEY.stop);
    const { text, raw } = await screen.end();
    const known = new Set(
      [...new Set(text)].filter((sign) => sign === '\n' || gbkSigns.has(sign) || sign.charCodeAt(0) < 128),
    );
    expect([...new Set(text)].filter((sign) => !known.has(sign))).toEqual([]);
    expect(raw).not.toMatch(new RegExp(`${String.fromCharCode(27)}\\[\\d+m`));
  });

  it('writes the skeleton and never asks with --no-input or on a dumb terminal', async () => {
    const folder = folderWith();
    for (const [more, env] of [
      [['--no-input'], {}],
      [[], { TERM: 'dumb' }],
    ] as const) {
      const screen = terminal(['init', '--from', '甲.yaml', ...GIANT, ...DAY, ...more], folder, env);
      const { text, code } = await screen.end();
      expect(code).toBe(0);
      expect(text).toContain('# 企业档案。不知道就留空');
      expect(text).toMatch(/ {2}2024:\n {4}营业收入:/);
    }
  });
});

/** Every sign of GBK, by decoding all its pairs. */
const gbkSigns: ReadonlySet<string> = (() => {
  const decoder = new TextDecoder('gbk');
  const signs = new Set<string>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1)
      for (const sign of decoder.decode(Uint8Array.of(lead, trail))) signs.add(sign);
  return signs;
})();

describe('zjtx init without a terminal', () => {
  it('leaves out of the skeleton what the profile tells', () => {
    const folder = folderWith();
    const run = zjtx(['init', '--from', '甲.yaml', ...GIANT, ...DAY], { cwd: folder });
    expect(run.code).toBe(0);
    expect(run.out).not.toContain('企业名称:');
    expect(run.out).toMatch(/ {2}2024:\n {4}营业收入:/);
    expect(run.out).not.toMatch(/ {2}2025:\n {4}营业收入:/);
  });

  it('a profile that cannot be read ends with its place and what to do', () => {
    const folder = folderWith('营业收人: 1\n');
    const run = zjtx(['init', '--from', '甲.yaml', ...DAY], { cwd: folder });
    expect(run.code).toBe(2);
    expect(run.err).toContain('甲.yaml:1:1 错误 E121');
    expect(run.err).toContain('营业收入');
  });
});

describe('the first day, from an empty folder', () => {
  it('init → check → missing → generate → lint → screen', async () => {
    const folder = tempFolder();
    const screen = terminal(['init', ...GIANT, ...DAY], folder);
    await screen.sees('企业名称：');
    screen.answer('示例（虚构）有限公司');
    await screen.sees('统一社会信用代码：');
    screen.answer('');
    await screen.sees('注册地：');
    screen.answer('广西柳州市');
    await screen.sees('填报日期：');
    screen.answer('2026-11-01');
    await screen.sees('营业收入（2025年，万元）：');
    screen.answer('5512.5');
    await screen.sees('营业收入（2024年，万元）：');
    screen.answer('5200');
    await screen.sees('营业收入（2023年，万元）：');
    screen.press(KEY.stop);
    expect((await screen.end()).code).toBe(0);

    const at = { cwd: folder };
    const checked = zjtx(['check', '企业档案.yaml', '--json', ...DAY], at);
    expect(checked.code).toBe(0);
    expect(verdicts(checked)['national-little-giant-2026']).toBe('unknown');
    const missing = zjtx(['missing', '企业档案.yaml', ...GIANT, ...DAY], at);
    expect(missing.out).toContain('研发费用（2024年、2025年），单位万元');
    const made = zjtx(['generate', '企业档案.yaml', '--out', 'out', ...GIANT, ...DAY], at);
    expect(made.code).toBe(0);
    const documents = join('out', '示例（虚构）有限公司');
    const story = readdirSync(join(folder, documents)).find((name) => name.includes('2000字'));
    const linted = zjtx(['lint', join(documents, story ?? ''), '--profile', '企业档案.yaml', ...DAY], at);
    // the skeleton still has its 【待补充】
    expect(linted.code).toBe(1);
    expect(linted.out).toContain('待补充');
    const list = zjtx(['init', '--excel', '采集表.xlsx', '--from', '企业档案.yaml', ...GIANT, ...DAY], at);
    expect(list.code).toBe(0);
    expect(json(zjtx(['check', '采集表.xlsx', '--json', ...DAY], at)).enterprise).toMatchObject({
      name: '示例（虚构）有限公司',
    });
    const screened = zjtx(
      ['screen', join(process.cwd(), 'profiles/客户名单示例.xlsx'), '--out', '结果.xlsx', ...DAY],
      at,
    );
    expect(screened.code).toBe(0);
    expect(existsSync(join(folder, '结果.xlsx'))).toBe(true);
  });
});
