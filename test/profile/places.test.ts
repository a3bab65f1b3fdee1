import { describe, expect, it } from 'vitest';
import { errorsOf, FILE, profileOf, read } from './support.ts';

describe('an unknown key', () => {
  it('is an error with file, line, column, the line itself and the near name', () => {
    expect(errorsOf('企业名称: 甲\n营业收人: {2025: 1}\n')).toEqual([
      {
        code: 'E121',
        severity: 'error',
        message: '不认识的字段“营业收人”',
        where: {
          file: FILE,
          line: 2,
          column: 1,
          excerpt: { text: '营业收人: {2025: 1}', length: 4 },
        },
        fix: '是不是想写“营业收入”？',
      },
    ]);
  });

  it('is placed in characters inside an indented block', () => {
    const [error] = errorsOf('年度数据:\n  2025:\n    营业收入: 1\n    研发费佣: 2\n');
    expect(error?.where).toMatchObject({ line: 4, column: 5 });
    expect(error?.fix).toBe('是不是想写“研发费用”？');
  });

  it('is placed inside a record of a list', () => {
    const [error] = errorsOf('知识产权:\n  - {名称: 甲, 授权曰: 2020-01-01}\n');
    expect(error?.where).toMatchObject({ line: 2, column: 13, excerpt: { length: 3 } });
    expect(error?.fix).toBe('是不是想写“授权日”？');
  });

  it('without a near name names the attributes there are', () => {
    const [error] = errorsOf('竞争对手:\n  - {名称: 甲, 完全无关的属性: 1}\n');
    expect(error?.fix).toBe('竞争对手的属性有：名称、占有率');
  });

  it('is found behind Windows line ends too', () => {
    const [error] = errorsOf('企业名称: 甲\r\n营业收人: 1\r\n');
    expect(error?.where).toMatchObject({ line: 2, column: 1, excerpt: { text: '营业收人: 1' } });
  });
});

describe('every error of a file is reported at once', () => {
  it('in the order of the lines', () => {
    const errors = errorsOf('甲乙丙丁: 1\n成立日期: 2023-02-29\n已上市: 也许\n营业收入: {2025: 12吨}\n');
    expect(errors.map((error) => [error.code, error.where?.line])).toEqual([
      ['E121', 1],
      ['E130', 2],
      ['E130', 3],
      ['E130', 4],
    ]);
  });
});

describe('a value that does not fit', () => {
  it.each([
    ['成立日期: 2023-02-29', 1, 7, '成立日期：“2023-02-29”不是有效日期'],
    ['营业收入: {2025: 70%}', 1, 14, '营业收入：“70%”的单位与字段不符'],
    ['营业收入: {2025: 12吨}', 1, 14, '营业收入：“12吨”的单位不认识'],
    ['营业收入: {2025: "3,50"}', 1, 14, '营业收入：“3,50”的千分位逗号位置不对'],
    ['营业收入: {2025: 约5000万}', 1, 14, '营业收入：“约5000万”不是数'],
    ['营业收入: {2025: -1万元}', 1, 14, '营业收入：“-1万元”是负数，营业收入不能为负'],
    ['已上市: 也许', 1, 6, '已上市：“也许”不是“是”或“否”'],
    ['企业规模: 中等', 1, 7, '企业规模：“中等”不是可选项'],
  ])('%s', (text, line, column, message) => {
    const [error, ...more] = errorsOf(text);
    expect(error).toMatchObject({ code: 'E130', message, where: { line, column } });
    expect(more).toEqual([]);
  });

  it('offers the near choice and all choices', () => {
    const [error] = errorsOf('主导产品产业方向: [改造提升传统产业, 培育壮大新兴产品]');
    expect(error?.fix).toBe(
      '是不是想写“培育壮大新兴产业”？可填：改造提升传统产业、培育壮大新兴产业、布局建设未来产业',
    );
  });
});

describe('what stands twice', () => {
  it('as the same key is a syntax error', () => {
    const [error] = errorsOf('企业名称: 甲\n企业名称: 乙\n');
    expect(error).toMatchObject({
      code: 'E110',
      message: 'YAML 格式错误：同一个键写了两次',
      where: { line: 2, column: 1 },
    });
  });

  it('under an alias of the same field is an error', () => {
    const [error] = errorsOf('企业名称: 甲\n公司名称: 乙\n');
    expect(error).toMatchObject({ code: 'E124', message: '企业名称写了两次', where: { line: 2, column: 1 } });
  });

  it('for the same year in two places is an error', () => {
    const [error] = errorsOf('营业收入: {2025: 1}\n年度数据:\n  2025:\n    营收: 2\n');
    expect(error).toMatchObject({ code: 'E124', message: '2025年营业收入写了两次', where: { line: 4 } });
  });

  it('as two attributes of one record is an error', () => {
    const [error] = errorsOf('知识产权:\n  - {登记号: 1, 专利号: 2}\n');
    expect(error).toMatchObject({ code: 'E124', message: '登记号写了两次' });
  });
});

describe('a wrong shape', () => {
  it('asks for the year of a yearly field', () => {
    const [error] = errorsOf('营业收入: 5000万元');
    expect(error).toMatchObject({ code: 'E125', fix: '写成 营业收入: {2025: …, 2024: …}' });
  });

  it('says that a comma in braces parts a number', () => {
    const errors = errorsOf('营业收入: {2025: 6,800万元}');
    expect(errors).toHaveLength(1);
    expect(errors[0]?.code).toBe('E126');
    expect(errors[0]?.fix).toContain('去掉千分位逗号，或给数加引号');
  });

  it('refuses a single field below a year', () => {
    const [error] = errorsOf('年度数据:\n  2025:\n    企业名称: 甲\n');
    expect(error).toMatchObject({ code: 'E123', where: { line: 3, column: 5 } });
  });

  it('refuses a text where records belong, but takes 无', () => {
    const [error] = errorsOf('知识产权: 若干');
    expect(error).toMatchObject({ code: 'E128', where: { line: 1, column: 7 } });
    expect(profileOf('知识产权: 无').records.get('ip')).toMatchObject({ items: [], complete: true });
  });

  it('refuses a list where one value belongs', () => {
    expect(errorsOf('企业名称: [甲, 乙]')[0]).toMatchObject({ code: 'E130' });
  });

  it.each(['', '\n\n', '# 只有注释\n', '~'])('calls a file without content empty (%#)', (text) => {
    expect(errorsOf(text)[0]).toMatchObject({ code: 'E120', message: '文件是空的' });
  });

  it.each(['只有一句话', '- 甲\n- 乙'])('refuses a file that is no map (%#)', (text) => {
    expect(errorsOf(text)[0]?.code).toBe('E120');
  });
});

describe('where a fact stands is kept', () => {
  it('with file, line and column of the value', () => {
    const profile = profileOf('企业名称: 甲\n营业收入:\n  2025: 5000万元\n');
    expect(profile.yearly.get('revenue')?.get(2025)?.at).toMatchObject({ file: FILE, line: 3, column: 9 });
  });
});

describe('a percent written as a small bare number', () => {
  it('is taken as percent and remarked on, never guessed', () => {
    const { profile, diagnostics } = read('全国市场占有率: {2025: 0.8}');
    expect(profile.yearly.get('nationalShare')?.get(2025)?.value).toEqual({ n: 8n, d: 1000n });
    expect(diagnostics).toMatchObject([{ code: 'H131', severity: 'hint', where: { line: 1, column: 17 } }]);
  });

  it.each(['0.8%', '0', '8'])('is not remarked on for %s', (text) => {
    expect(read(`全国市场占有率: {2025: ${text}}`).diagnostics).toEqual([]);
  });
});
