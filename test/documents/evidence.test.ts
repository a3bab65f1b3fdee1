import { describe, expect, it } from 'vitest';
import { chooseDocuments, companyDocuments } from '../../src/documents/index.ts';
import { compileEdition, type Edition, WORD_LISTS } from '../../src/policy/index.ts';
import { fromPlain, readProfile } from '../../src/profile/index.ts';
import { FULL } from './full-sample.ts';
import { open, templates } from './helper.ts';

const criterion = (id: string, evidence: readonly string[]) => ({
  编号: id,
  要求: id,
  判定: { 字段: '已上市', 为: '否' },
  条款: '一',
  佐证: evidence,
});

/** A made-up programme with a list of evidence. */
const programme = (list: readonly string[], criteria: readonly object[]): Edition =>
  compileEdition(
    {
      编号: 'made-up',
      系列: '国家/虚构',
      名称: '虚构项目',
      版本: '虚构',
      层级: '其他',
      类型: '认定',
      地区: '国家',
      来源: {
        甲: { 文件: '虚构文件', 核对: { 日期: '2026-11-21', 依据: '转述', 可信度: 'C' } },
      },
      施行: { 起: '2026-01-01' },
      条件: { 全部: criteria },
      资料: list,
    } as unknown as Parameters<typeof compileEdition>[0],
    WORD_LISTS,
  ).edition;

const rowsOf = async (
  data: Record<string, unknown>,
  list: readonly string[],
  criteria: readonly object[] = [criterion('甲', [])],
  document = '佐证材料清单',
) => {
  const { documents } = await companyDocuments({
    profile: readProfile(fromPlain(data)).profile,
    baseYear: 2025,
    asOf: '2026-11-21',
    editions: [programme(list, criteria)],
    notices: [],
    choice: chooseDocuments(templates, [], [document]),
  });
  const [first] = documents;
  if (first === undefined) throw new Error('no document');
  return (await open(first)).tables.flat().slice(1);
};

const file = (name: string, rest: Record<string, string> = {}) => ({
  名称: name,
  文件: `${name}.pdf`,
  ...rest,
});

describe('佐证材料清单', () => {
  it('每项资料一行，下面是每份材料：有什么、缺什么', async () => {
    const rows = await rowsOf(
      FULL,
      ['营业执照', '近三年审计报告（赋码）'],
      [criterion('境内设立', ['营业执照']), criterion('收入', ['审计报告利润表'])],
    );
    expect(rows).toEqual([
      ['1', '营业执照', '对应条件：境内设立'],
      ['', '营业执照', '01营业执照.pdf', '已有'],
      ['2', '近三年审计报告（赋码）', '对应条件：收入'],
      ['2-1', '2023年审计报告', '—', '【待补充：缺，已登记的材料里没有】'],
      ['2-2', '2024年审计报告', '审计2024.pdf\n审计报告编码桂24示例0001', '已有'],
      ['2-3', '2025年审计报告', '审计2025.pdf\n审计报告编码桂25示例0002', '已有'],
    ]);
  });

  it('没有登记材料的是“未登记”，不是“缺”；清单未列全时也一样', async () => {
    for (const 佐证材料 of [undefined, { 记录: [file('审计报告', { 年度: '2025' })], 未列全: '是' }]) {
      const rows = await rowsOf(佐证材料 === undefined ? {} : { 佐证材料 }, ['营业执照']);
      expect(rows[1]?.[3]).toBe('【待补充：未登记】');
    }
  });

  it.each([
    ['2026-11-30', '【核对：2026-11-30到期，早于2026-12-01】'],
    ['2026-12-01', '【核对：已有，2026-12-01到期，核对续证进度】'],
    ['2027-02-28', '【核对：已有，2027-02-28到期，核对续证进度】'],
    ['2027-03-01', '已有'],
  ])('截止日2026-12-01，%s到期的写“%s”', async (until, told) => {
    const data = { 申报截止日: '2026-12-01', 佐证材料: [file('信用中国报告', { 有效期至: until })] };
    expect((await rowsOf(data, ['信用中国报告']))[1]?.[3]).toBe(told);
  });

  it('没填截止日按评估日核对', async () => {
    const until = (day: string) => ({ 佐证材料: [file('信用中国报告', { 有效期至: day })] });
    expect((await rowsOf(until('2026-11-20'), ['信用中国报告']))[1]?.[3]).toContain('早于2026-11-21');
    expect((await rowsOf(until('2026-11-21'), ['信用中国报告']))[1]?.[3]).not.toContain('早于');
  });

  it('证书按档案的记录逐条列，过期的指出，档案写明无的写无', async () => {
    const certified = (to: string) => ({
      管理体系认证: [{ 名称: 'ISO9001', 类型: '质量管理体系', 发证日: '2024-01-01', 有效期至: to }],
      产品认证: [],
    });
    const rows = await rowsOf(certified('2026-11-20'), ['管理体系认证证书、产品认证证书']);
    expect(rows.slice(1)).toEqual([
      ['1-1', '质量管理体系 ISO9001', '有效期至2026-11-20', '【核对：2026-11-20到期，早于2026-11-21】'],
      ['1-2', '产品认证证书', '—', '档案写明无'],
    ]);
    const valid = await rowsOf(certified('2028-11-20'), ['管理体系认证证书']);
    expect(valid[1]?.[3]).toBe('【待补充：档案有记录，未登记文件】');
    expect((await rowsOf({}, ['产品认证证书']))[1]?.[3]).toBe('【核对：档案没有填产品认证】');
  });

  it('年度没写明的审计报告请人核对是哪一年的，文件名里有年份的认得', async () => {
    const rows = await rowsOf({ 佐证材料: [file('审计报告')] }, ['上年度审计报告']);
    expect(rows[1]).toEqual(['', '2025年审计报告', '审计报告.pdf', '【核对：年度未填，是否这一年的】']);
    const named = await rowsOf({ 佐证材料: [file('2025年审计报告')] }, ['上年度审计报告']);
    expect(named[1]?.[3]).toBe('已有');
    expect((await rowsOf({ 佐证材料: [file('2024年审计报告')] }, ['上年度审计报告']))[1]?.[3]).toContain(
      '缺',
    );
  });

  it('年数按资料清单的话：近两年、写明的年份、起止年份', async () => {
    const years = async (text: string) => (await rowsOf({}, [text])).slice(1).map((row) => row[1]);
    expect(await years('近两年审计报告')).toEqual(['2024年审计报告', '2025年审计报告']);
    expect(await years('近3年审计报告')).toHaveLength(3);
    expect(await years('2019、2020年度审计报告')).toEqual(['2019年审计报告', '2020年审计报告']);
    expect(await years('2018至2020年度审计报告')).toHaveLength(3);
    expect(await years('审计报告')).toEqual(['2025年审计报告']);
  });

  it('用到才交的不算缺', async () => {
    expect((await rowsOf({ 佐证材料: [] }, ['股权融资到账凭证（用到的）']))[1]?.[3]).toBe(
      '用到时提供，未登记',
    );
  });

  it('条件要的、资料清单没列的另起一节，编号接着排；豁免和任选的算视情况', async () => {
    const rows = await rowsOf(
      {},
      ['营业执照'],
      [
        criterion('称号', ['专精特新中小企业证书或公布名单']),
        { 编号: '任选', 要求: '任选', 条款: '二', 任一: [criterion('成果', ['查新报告'])] },
      ],
    );
    const heads = rows.filter((row) => row.length === 3);
    expect(heads).toEqual([
      ['1', '营业执照', '对应条件：—'],
      ['2', '专精特新中小企业证书', '对应条件：称号'],
      ['3', '技术先进性证明（视情况）', '对应条件：成果'],
    ]);
  });

  it('词典没有的材料照资料清单的名称找', async () => {
    const rows = await rowsOf({ 佐证材料: [file('某某专门证明')] }, ['某某专门证明（原件）']);
    expect(rows[1]).toEqual(['', '某某专门证明', '某某专门证明.pdf', '已有']);
  });

  it('发明专利不交证书', async () => {
    const rows = await rowsOf(
      FULL,
      ['发明专利以外的Ⅰ类知识产权证书'],
      [criterion('Ⅰ类', ['发明专利以国家知识产权局数据为准'])],
    );
    expect(rows[1]).toEqual(['', '发明专利以外的Ⅰ类知识产权证书', '—', '档案写明无']);
    expect(rows.at(-1)?.[3]).toBe('发明专利以国家知识产权局数据为准，不交证书');
  });

  it('没有资料也没有佐证要求的项目不生成，并说明', async () => {
    const made = await companyDocuments({
      profile: readProfile(fromPlain({})).profile,
      baseYear: 2025,
      asOf: '2026-11-21',
      editions: [programme([], [criterion('甲', [])])],
      notices: [],
      choice: chooseDocuments(templates, [], ['佐证材料清单', '封面和目录']),
    });
    expect(made.documents).toEqual([]);
    expect(made.skipped.map(({ name, reason }) => `${name}：${reason}`)).toEqual([
      '封面和目录.docx：虚构项目没有列出资料',
      '佐证材料清单.docx：虚构项目没有列出资料',
    ]);
  });
});

describe('封面和目录', () => {
  it('佐证的编号与清单一致，不用交的不占位，没有文件的留位置', async () => {
    const rows = await rowsOf(
      { ...FULL, 产品认证: [] },
      ['营业执照', '近两年审计报告', '产品认证证书', '信用中国报告'],
      undefined,
      '封面和目录',
    );
    const numbers = rows.map((row) => row[0]);
    expect(numbers).toEqual(['编号', '1', '2-1', '2-2', '4']);
    expect(rows[1]).toEqual(['1', '营业执照', '01营业执照.pdf', '']);
  });
});
