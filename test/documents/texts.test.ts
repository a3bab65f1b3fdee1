import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { chooseDocuments, companyDocuments } from '../../src/documents/index.ts';
import { fromPlain, readProfile } from '../../src/profile/index.ts';
import { FULL } from './full-sample.ts';
import { open, templates } from './helper.ts';
import { reread } from './xml.ts';

const made = async (data: Record<string, unknown>, ...only: string[]) =>
  companyDocuments({
    profile: readProfile(fromPlain(data)).profile,
    baseYear: 2025,
    asOf: '2026-11-21',
    editions: [],
    notices: [],
    choice: chooseDocuments(templates, [], only),
  });

const text = async (data: Record<string, unknown>, name: string) => {
  const { documents } = await made(data, name);
  const [document] = documents;
  if (documents.length !== 1 || document === undefined) throw new Error(`${documents.length} for ${name}`);
  return open(document);
};

const NAMES = templates.narratives.map(({ key }) => key);
const LIMITS: Readonly<Record<string, number>> = {
  总体情况2000字: 2000,
  市场占有率说明1000字: 1000,
  补短板说明300字: 300,
  研发成果300字: 300,
  主导产品领域说明500字: 500,
  '企业简介500字（2021年）': 500,
  '总体情况300字（2021年）': 300,
  '补短板说明30字（2021年）': 30,
  '研发成果30字（2021年）': 30,
};

describe('每篇文稿', () => {
  it('就是这几篇，字数上限如文件所定', () => {
    const limits = templates.narratives.flatMap(({ key, limit }) =>
      limit === undefined ? [] : [[key, limit]],
    );
    expect(Object.fromEntries(limits)).toEqual(LIMITS);
    expect(NAMES.filter((name) => LIMITS[name] === undefined)).toEqual(['Ⅰ类知识产权应用说明', '真实性声明']);
  });

  it.each(NAMES)('%s：资料齐全时在字数以内，没有占位以外的花括号、undefined、NaN', async (name) => {
    const { text: whole, xml } = await text(FULL, name);
    expect(whole).not.toContain('超出');
    expect(whole.replace(/【[^】]*】/g, '')).not.toMatch(/[{}]|undefined|NaN|\[object/);
    const counted = /字符数：(\d+)／(\d+)/.exec(whole);
    const limit = LIMITS[name];
    if (limit !== undefined) {
      expect(Number(counted?.[2])).toBe(limit);
      expect(Number(counted?.[1])).toBeGreaterThan(limit / 10);
      expect(Number(counted?.[1])).toBeLessThanOrEqual(limit);
    }
    expect(xml).toContain('<w:body>');
  });

  it.each(NAMES)('%s：每个【待补充】都有批注，批注和正文的编号一一对应', async (name) => {
    const { documents } = await made({ 企业名称: '空白（虚构）有限公司' }, name);
    for (const document of documents) {
      const parts = await reread(document.bytes);
      const body = parts.get('word/document.xml') ?? '';
      const runs = [...body.matchAll(/<w:r>(?:(?!<\/w:r>).)*<\/w:r>/gs)].map((run) => run[0]);
      const blanks = runs.filter((run) => run.includes('【待补充'));
      const starts = [
        ...body.matchAll(/<w:commentRangeStart w:id="(\d+)"\/><w:r>((?:(?!<\/w:r>).)*)<\/w:r>/gs),
      ];
      expect(starts.map(([, , run]) => /【待补充/.test(run ?? ''))).toEqual(blanks.map(() => true));
      expect(starts.map(([, id]) => Number(id))).toEqual(blanks.map((_, index) => index));
      if (blanks.length === 0) continue;
      const comments = parts.get('word/comments.xml') ?? '';
      const ids = [...comments.matchAll(/<w:comment (?:(?!>).)*w:id="(\d+)"/g)].map(([, id]) => Number(id));
      expect(ids).toEqual(blanks.map((_, index) => index));
      expect(comments.match(/要补：/g)?.length).toBeGreaterThanOrEqual(blanks.length);
      expect(comments).not.toContain('w:date');
    }
  });

  it.each(NAMES)('%s：建议字数之和不超过上限', (name) => {
    const template = templates.narratives.find(({ key }) => key === name);
    const shares = (template?.chapters ?? []).flatMap((chapter) => [
      chapter.share ?? 0,
      ...chapter.sections.map((section) => section.share ?? 0),
    ]);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(template?.limit ?? 0);
  });

  it('每个部分都能由另一个库读出', async () => {
    for (const document of (await made(FULL, ...NAMES)).documents) {
      const parts = await reread(document.bytes);
      expect([...parts.keys()]).toEqual(expect.arrayContaining(['word/document.xml', 'word/styles.xml']));
    }
  });

  it('真实性声明的正文与存档的一致', async () => {
    const { xml } = await text(FULL, '真实性声明');
    await expect(xml.replaceAll('<w:p>', '\n<w:p>')).toMatchFileSnapshot('golden/真实性声明.xml');
  });
});

describe('批注', () => {
  it('写明要补什么、口径、佐证和怎么补', async () => {
    const { documents } = await made({}, '市场占有率说明1000字');
    const comments = (await reread(documents[0]?.bytes ?? new Uint8Array())).get('word/comments.xml') ?? '';
    const lines = [...comments.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, line]) => line);
    expect(lines).toEqual(
      expect.arrayContaining([
        '要补：主导产品名称',
        '口径：一个或几个核心产品，收入之和超过同期营业收入的50%',
        '佐证：产品说明、销售合同',
        '写进企业档案后重新生成；没有的、不属实的不写。',
        '档案没有这一栏，由企业据实填写；没有的、不属实的不写。',
      ]),
    );
  });
});

describe('市场占有率说明', () => {
  it('先界定市场，再规模和来源，后占有率，写两年', async () => {
    const { text: whole } = await text(FULL, '市场占有率说明1000字');
    let at = 0;
    for (const sentence of [
      '由此界定的细分市场为机床主轴用精密轴承，本企业从事该细分市场14年。',
      '2025年全国细分市场总额为80000万元，2024年为72000万元。',
      '数据来源：轴承行业年度报告（虚构）（行业协会报告，2025年）。',
      '2025年主导产品内销额10000万元，全国市场占有率为12.5%，全国排名为第3名。',
      '2024年主导产品内销额8280万元，全国市场占有率为11.5%，全国排名为第4名。',
      '虚构甲轴承的占有率为20%。',
    ]) {
      const found = whole.indexOf(sentence, at);
      expect(found, sentence).toBeGreaterThanOrEqual(0);
      at = found;
    }
    expect(whole).not.toContain('不一致');
  });

  // 10000/80000 is 12.5%; the tolerance is 0.1 of a percent point
  it.each([
    ['12.4%', false],
    ['12.6%', false],
    ['12.39%', true],
    ['12.61%', true],
  ])('占有率写%s，与内销额除以规模不一致要核对：%s', async (share, differs) => {
    const { text: whole } = await text(
      { ...FULL, 全国市场占有率: { 2024: '11.5%', 2025: share } },
      '市场占有率说明1000字',
    );
    expect(whole.includes('【核对：全国占有率分子÷全国市场规模为12.5%')).toBe(differs);
  });

  it('缺规模或规模为0时不核对，也不算数', async () => {
    for (const 全国市场规模 of [{ 2024: '7.2亿元' }, { 2024: '7.2亿元', 2025: '0' }]) {
      const { text: whole } = await text({ ...FULL, 全国市场规模 }, '市场占有率说明1000字');
      expect(whole).not.toContain('÷');
    }
  });
});

describe('有前提的文稿', () => {
  it('补短板：档案写“否”不生成并说明，没填的生成并在开头问', async () => {
    const no = await made({ 补短板锻长板填空白: '否' }, '补短板说明300字');
    expect(no.documents).toEqual([]);
    expect(no.skipped).toEqual([
      { name: '补短板填空白说明（300字）.docx', reason: '档案中“补短板锻长板填空白”为“否”' },
    ]);
    const { text: open } = await text({}, '补短板说明300字');
    expect(open).toContain('【待补充：补短板锻长板填空白】（为“是”时才提交本文）');
    expect((await text(FULL, '补短板说明300字')).text).not.toContain('才提交本文');
  });

  it('补短板说明是两段，结论照录', async () => {
    const { xml, text: whole } = await text(FULL, '补短板说明300字');
    expect(xml.split('<w:pStyle w:val="NarrativeText"/>')).toHaveLength(3);
    expect(whole).toContain('查新报告“高速电主轴轴承查新”的结论：国内未见相同报道。');
  });

  it('Ⅰ类知识产权：一项一段；没有的不生成，没填的占位', async () => {
    const { text: whole } = await text(FULL, 'Ⅰ类知识产权应用说明');
    expect(whole).toContain('一种主轴轴承预紧方法');
    expect(whole).toContain(
      '本项为发明专利，登记号ZL202000000002.0，授权日2021年6月1日，自主研发，本企业权利人排名为第1名。',
    );
    expect(whole).not.toContain('精轴（虚构）');
    expect((await made({ 知识产权: [] }, 'Ⅰ类知识产权应用说明')).skipped).toEqual([
      { name: 'Ⅰ类知识产权应用说明（每项500字）.docx', reason: '档案中没有Ⅰ类知识产权' },
    ]);
    expect((await text({}, 'Ⅰ类知识产权应用说明')).text).toContain('【待补充：知识产权】');
  });

  it('每项500字：恰好不提示，多一字提示', async () => {
    const rights = (length: number) => ({
      ...FULL,
      知识产权: [
        { ...(Array.isArray(FULL.知识产权) ? FULL.知识产权[0] : {}), 应用说明: '用'.repeat(length) },
      ],
    });
    const base = Number(/字符数：(\d+)/.exec((await text(rights(1), 'Ⅰ类知识产权应用说明')).text)?.[1]);
    const exact = await text(rights(501 - base), 'Ⅰ类知识产权应用说明');
    expect(exact.text).toContain('字符数：500');
    expect(exact.text).not.toContain('超出');
    expect((await text(rights(502 - base), 'Ⅰ类知识产权应用说明')).text).toContain('【核对：超出1字】');
  });

  it('声明里的合规情况只写档案里有的', async () => {
    const clean = await text(FULL, '真实性声明');
    expect(clean.text).toContain('本企业未列入经营异常名录。');
    expect(clean.text).toContain('税务等方面的事故和违法记录：无。');
    const listed = await text({ ...FULL, 列入经营异常名录: '是' }, '真实性声明');
    expect(listed.text).not.toContain('未列入经营异常名录');
    expect(listed.text).toContain('本企业列入经营异常名录，情况另行说明。');
    const open = await text({}, '真实性声明');
    expect(open.text).not.toContain('本企业未列入');
    expect(open.text).toContain('【待补充：违法事故记录】');
  });
});

describe('给谁用', () => {
  const programmes = readdirSync('policies', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml') && !file.includes('用例') && !file.includes('共用'))
    .map((file) => parse(readFileSync(`policies/${file}`, 'utf8')) as Record<string, unknown>);
  const listed = readFileSync('../shared/reference/programmes.tsv', 'utf8');
  const known = new Set(programmes.flatMap((item) => [item.编号, item.系列, item.层级]));

  it.each(NAMES)('%s：适用里的每个词都是收录的编号、系列或层级', (name) => {
    const template = templates.narratives.find(({ key }) => key === name);
    const words = [...(template?.serves ?? []), ...(template?.spares ?? [])];
    expect(words.length).toBeGreaterThan(0);
    expect(words.filter((word) => !known.has(word) && !listed.includes(word))).toEqual([]);
  });
});
