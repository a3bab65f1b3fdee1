import { describe, expect, it } from 'vitest';
import { openNarrative, tableWith } from './helper.ts';
import { RICH } from './sample.ts';

const SECTIONS = [
  '一、企业经营管理概况',
  '（一）企业基本情况',
  '（二）企业在细分领域地位',
  '（三）企业经营战略',
  '二、企业主导产品及技术情况',
  '（一）主导产品基本情况',
  '（二）关键领域补短板锻长板',
  '（三）所属产业链供应链情况',
  '（四）知识产权积累和应用情况',
  '三、是否属于工业稳增长和转型升级成效明显市（州）内企业',
];

const body = (text: string): string => text.slice(0, text.indexOf('字符数统计'));

describe('2000字骨架的章节和句子', () => {
  it('章节按提纲次序，资料空白也不少', async () => {
    for (const data of [RICH, {}]) {
      const { text } = await openNarrative(data);
      let at = 0;
      for (const title of SECTIONS) {
        const found = text.indexOf(title, at);
        expect(found, title).toBeGreaterThanOrEqual(0);
        at = found + title.length;
      }
    }
  });

  it('句子由档案的事实写成，带单位，占比和增长率算出', async () => {
    const { text } = await openNarrative(RICH);
    expect(text).toContain('主导产品为高速精密滚动轴承，用于数控机床主轴的支承和高速回转。');
    expect(text).toContain('2025年营业收入12345.678万元，比上年的11500万元增长率为7.35%。');
    expect(text).toContain('主营业务收入11880万元，占营业收入的96.23%，增长率为10%。');
    expect(text).toContain('2025年末全职员工200人，其中研发人员40人，占20%。');
    expect(text).toContain('全国排名为第3名。');
    expect(text).toContain('从事该细分市场14年。');
  });

  it('事实自带句号时不写成两个句号', async () => {
    const { text } = await openNarrative(RICH);
    expect(text).toContain('在全国设有12个销售服务点。2025年出口额350万元。');
  });

  it('一句里缺一个事实，只标那一处；全缺则整句是占位', async () => {
    const partly = await openNarrative({ 主导产品名称: '甲产品' });
    expect(partly.text).toContain('主导产品为甲产品，用于【待补充：产品用途与功能】。');
    const none = await openNarrative({});
    expect(none.text).not.toContain('主导产品为');
    expect(none.text).toContain('【待补充：主导产品名称、产品用途与功能】');
  });

  it('资料全空时正文除标题和提要外只有占位', async () => {
    const { text } = await openNarrative({});
    const rest = body(text)
      .replace(/【[^】]*】/g, '')
      .split('\n')
      .filter((line) => line !== '' && !SECTIONS.includes(line) && !/^\d\.[^。]+。$/.test(line));
    expect(rest.slice(2)).toEqual([]);
  });

  it('补短板：是才写，否不写，没填是占位', async () => {
    const facts = { 补短板产品名称: '甲产品', 填补空白领域: '乙' };
    const sentence = '甲产品在乙这一关键领域补短板、锻长板、填空白。';
    expect((await openNarrative({ ...facts, 补短板锻长板填空白: '是' })).text).toContain(sentence);
    const no = await openNarrative({ ...facts, 补短板锻长板填空白: '否' });
    expect(no.text).not.toContain('甲产品');
    expect(no.document.blanks).not.toContain('补短板锻长板填空白');
    const open = await openNarrative(facts);
    expect(open.text).not.toContain(sentence);
    expect(open.document.blanks).toContain('补短板锻长板填空白');
  });

  it('同一段里同一个事实只问一次', async () => {
    const { text } = await openNarrative({});
    expect(text.split('【待补充：补短板锻长板填空白')).toHaveLength(2);
  });

  it('空列表不写句子，也不占位', async () => {
    const { text, document } = await openNarrative({ 配套客户: [], 标准: [], 知识产权: [] });
    expect(text).not.toContain('直接配套的企业有');
    expect(text).toContain('3.产品配套情况。无。');
    expect(document.blanks).not.toContain('配套客户');
    expect(document.blanks).not.toContain('标准');
    expect(text).toContain('Ⅰ类知识产权共0项。');
  });

  it('未列全的列表写已知的，并说明是哪个列表没列全', async () => {
    const { text, document } = await openNarrative(RICH);
    expect(text).toContain(
      '参与制（修）订国家标准滚动轴承 试验方法（GB/T 00000-2023）。【待补充：标准未列全】',
    );
    expect(document.blanks).toContain('标准未列全');
  });

  it('算不出的增长率是核对提示，不是数', async () => {
    const { text } = await openNarrative({ 净利润: { 2024: '0', 2025: '10' } });
    expect(text).toContain('净利润10万元，增长率为【核对：净利润（2024年）为0，增长率无法计算】');
  });
});

describe('2000字骨架不得含企业名称或简称', () => {
  const NOTE = '【核对：此处含企业名称或简称】';
  const using = (text: string, rest: Record<string, unknown> = {}) =>
    openNarrative({
      企业名称: '示例精密轴承（虚构）有限公司',
      注册地: '广西南宁市',
      发展战略: text,
      ...rest,
    });

  it('资料齐全时不出现名称、简称和字号', async () => {
    const { text } = await openNarrative(RICH);
    for (const name of ['示例精密轴承', '示例轴承', '示例', 'SBL']) expect(text).not.toContain(name);
  });

  it('含全称、简称、字号或加了空格的，整个事实换成核对提示', async () => {
    for (const fact of [
      '示例精密轴承（虚构）有限公司立足主业',
      '示例 精密·轴承立足主业',
      '示例公司立足主业',
      'ＳＢＬ立足主业',
      '示\u200b例立足主业',
    ]) {
      const { text, document } = await using(fact, { 企业简称: ['SBL'] });
      expect(text, fact).toContain(NOTE);
      expect(text, fact).not.toContain('立足主业');
      expect(document.blanks).toContain('发展战略：此处含企业名称或简称');
    }
  });

  it('行业通用词不算字号，字母简称要独立成词', async () => {
    expect((await using('专注精密轴承，不用DISBLE')).text).toContain('专注精密轴承，不用DISBLE。');
    for (const word of ['DISBLE', 'DISBL', 'SBLE']) {
      expect((await using(`不用${word}`, { 企业简称: ['SBL'] })).text).toContain(`不用${word}。`);
    }
  });

  it('带地名的企业名称，字号在地名之后', async () => {
    const named = (fact: string) =>
      openNarrative({ 企业名称: '南宁示例科技有限公司', 注册地: '广西壮族自治区南宁市', 发展战略: fact });
    expect((await named('立足南宁')).text).toContain('立足南宁。');
    expect((await named('示例人立足主业')).text).toContain(NOTE);
  });

  it('列表和记录里的名称同样检查', async () => {
    const { text } = await using('立足主业', {
      配套客户: [{ 名称: '示例集团' }],
      标准: [{ 名称: '示例标准', 级别: '国家标准', 角色: '主导', 标准号: 'GB/T 1' }],
    });
    expect(text).not.toContain('示例');
    expect(text.split(NOTE)).toHaveLength(3);
  });

  it('未列入的记录在核对提示和空白清单里也不出现名称', async () => {
    const { text, document } = await using('立足主业', {
      知识产权: [{ 名称: '示例保持架', 种类: '发明专利' }],
    });
    expect(text).toContain(NOTE);
    expect(`${text}${document.blanks.join()}`).not.toContain('示例');
  });

  it('名称由相邻两个事实拼成也查得出', async () => {
    const { text } = await openNarrative({
      企业名称: '甲乙丙丁有限公司',
      标准: [{ 名称: '丙丁', 级别: '国家标准', 角色: '主导', 标准号: 'GB/T 1' }],
      主导产品名称: '甲乙',
    });
    expect(text).toContain('甲乙');
    const joined = await openNarrative({
      企业名称: '国家标准丙丁有限公司',
      标准: [{ 名称: '丙丁', 级别: '国家标准', 角色: '主导', 标准号: 'X' }],
    });
    expect(body(joined.text)).not.toContain('国家标准丙丁');
  });
});

describe('2000字骨架的字符数', () => {
  it('计标题和标点，不计空白和占位；分节之和等于总数', async () => {
    const { text } = await openNarrative({});
    // the ten titles have 10+9+12+9+13+11+13+13+14+27 characters, the seven leads 7+7+9+9+9+9+9
    expect(text).toContain('字符数：190／2000');
    const rows = tableWith(await openNarrative({}), '部分', '字符数', '累计').slice(1);
    expect(rows).toHaveLength(11);
    expect(rows.slice(0, 3).map((row) => row.slice(0, 3))).toEqual([
      ['一、企业经营管理概况', '10', '10'],
      ['（一）企业基本情况', '23', '33'],
      ['（二）企业在细分领域地位', '57', '90'],
    ]);
    expect(rows.at(-1)?.slice(0, 3)).toEqual(['合计', '190', '190']);
    expect(rows.at(-2)?.[2]).toBe('190');
  });

  it('恰好2000字不提示，2001字提示超出1字', async () => {
    const base = Number(/字符数：(\d+)／2000/.exec((await openNarrative({ 发展战略: '企' })).text)?.[1]);
    const fill = (length: number) => openNarrative({ 发展战略: '企'.repeat(length) });
    const exact = await fill(1 + 2000 - base);
    expect(exact.text).toContain('字符数：2000／2000');
    expect(exact.text).not.toContain('超出');
    expect((await fill(2 + 2000 - base)).text).toContain('【核对：超出1字】');
  });

  it('字数统计不在正文里', async () => {
    const { text } = await openNarrative(RICH);
    expect(body(text)).not.toContain('字符数：');
  });
});
