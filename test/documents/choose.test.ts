import { describe, expect, it } from 'vitest';
import { chooseDocuments, distinctNames, safeName } from '../../src/documents/index.ts';
import { templates } from './helper.ts';

const chosen = (...only: string[]) => {
  const { templates: kept, made } = chooseDocuments(templates, [], only);
  return [...kept.forms, ...kept.narratives].map(({ key }) => key).concat(made);
};

describe('--only', () => {
  it('认编号、文件名、标题，也认其中一段', () => {
    for (const word of ['总体情况2000字', '企业总体情况简要介绍（2000字骨架）', '2000字骨架'])
      expect(chosen(word), word).toEqual(['总体情况2000字']);
    expect(chosen('佐证材料清单')).toEqual(['佐证材料清单']);
    expect(chosen('封面')).toEqual(['封面和目录']);
  });

  it('写错的给出相近的名称和全部名称', () => {
    expect(() => chosen('总体情况2000子')).toThrow('没有名为“总体情况2000子”的文件');
    try {
      chosen('市占率', '总体情况2000子', ' ');
    } catch (error) {
      expect(error).toMatchObject({
        diagnostics: [{ code: 'E160' }, { fix: expect.stringContaining('是不是想写“总体情况2000字”？') }, {}],
      });
    }
  });
});

describe('文件夹名', () => {
  it.each([
    ['甲/乙\\丙:丁*?"<>|', '甲_乙_丙_丁______'],
    ['甲公司. . ', '甲公司'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['COM1', '_COM1'],
    ['COM10', 'COM10'],
    ['', '_'],
    ['甲\u0000乙\u202e丙', '甲_乙_丙'],
    ['..', '_'],
    ['　甲公司　', '甲公司'],
  ])('%j 写成 %j', (name, safe) => {
    expect(safeName(name)).toBe(safe);
  });

  it('太长的截到80个字，不截断一个字', () => {
    expect([...safeName('😀'.repeat(100))]).toHaveLength(80);
    expect(safeName('😀'.repeat(100))).toBe('😀'.repeat(80));
  });

  it('同名的编号，大小写不同也算同名', () => {
    expect(distinctNames(['甲', '甲', 'AB', 'ab', '甲（2）'])).toEqual([
      '甲',
      '甲（2）',
      'AB',
      'ab（2）',
      '甲（2）（2）',
    ]);
  });
});
