import { describe, expect, it } from 'vitest';
import { profileOf, read, refused, single } from './support.ts';

/** Nine levels of nine references each: about 4·10^8 nodes if it were ever unfolded. */
const laughs = (): string => {
  const lines = ['备注: &a0 哈'];
  for (let level = 1; level <= 9; level += 1)
    lines.push(`x${level}: &a${level} [${Array.from({ length: 9 }, () => `*a${level - 1}`).join(', ')}]`);
  return `${lines.join('\n')}\n`;
};

describe('keys that JavaScript objects would stumble over', () => {
  it.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])(
    '%s is an unknown field',
    (key) => {
      expect(refused(() => read(`${key}: {polluted: 是}\n`))[0]).toMatchObject({ code: 'E121' });
      expect(refused(() => read(`知识产权: [{${key}: 1}]\n`))[0]).toMatchObject({ code: 'E121' });
      expect(refused(() => read(`营业收入: {${key}: 1}\n`))[0]).toMatchObject({ code: 'E126' });
      expect(refused(() => read(`营业收入: {2025: {${key}: 1}}\n`))[0]).toMatchObject({ code: 'E121' });
      expect(Reflect.get({}, 'polluted')).toBeUndefined();
    },
  );

  it('are fine as values', () => {
    expect(single(profileOf('企业名称: __proto__'), 'name')).toBe('__proto__');
    expect(refused(() => read('企业规模: constructor'))[0]).toMatchObject({ code: 'E130' });
  });
});

describe('aliases', () => {
  it('used once or twice are read', () => {
    const profile = profileOf('企业名称: &n 甲\n主导产品名称: *n\n');
    expect(single(profile, 'product')).toBe('甲');
  });

  it('that multiply are refused before they are unfolded', () => {
    expect(refused(() => read(laughs()))).toMatchObject([{ code: 'E111', where: { file: '档案.yaml' } }]);
  });

  it('that multiply inside a known field are refused as too large', () => {
    const text = laughs()
      .replace('x9:', '知识产权:')
      .replaceAll(/^x(\d)/gm, '备注$1');
    expect(refused(() => read(text))).toMatchObject([{ code: 'E111' }]);
  });

  it('to themselves are refused', () => {
    expect(refused(() => read('知识产权: &a [*a]\n'))[0]?.code).toBe('E111');
    expect(refused(() => read('知识产权: &a {记录: *a}\n'))[0]?.code).toBe('E111');
  });

  it('to nothing are refused, so that *ST in a name is never read as a blank', () => {
    const [error] = refused(() => read('企业名称: *没有\n'));
    expect(error).toMatchObject({ code: 'E110', where: { line: 1 } });
  });
});

describe('nesting', () => {
  it.each([
    ['lists in brackets', '['.repeat(10_000) + ']'.repeat(10_000)],
    ['maps in braces', '{a: '.repeat(10_000) + '}'.repeat(10_000)],
    ['lists by dashes', `${'- '.repeat(10_000)}1`],
    ['unclosed brackets', '['.repeat(10_000)],
    ['explicit keys', `${'? '.repeat(10_000)}1`],
    ['below a known field', `知识产权: ${'['.repeat(10_000)}${']'.repeat(10_000)}`],
  ])('%s, 10,000 deep, is refused', (_name, text) => {
    expect(refused(() => read(text))[0]?.code).toMatch(/^E11[01]$/);
  });

  it('by indentation, 1,000 deep, is refused', () => {
    const text = Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n');
    expect(refused(() => read(text)).length).toBeGreaterThan(0);
  });
});

describe('broken YAML', () => {
  it('with tabs for indentation says so and where', () => {
    const [error] = refused(() => read('年度数据:\n\t2025: 1\n'));
    expect(error).toMatchObject({ code: 'E110', where: { line: 2 } });
    expect(error?.message).toContain('Tab');
  });

  it.each([
    ['an open quote', '企业名称: "甲\n'],
    ['an open bracket', '知识产权: [\n'],
    ['two documents', '企业名称: 甲\n---\n企业名称: 乙\n'],
    ['a stray colon', '企业名称: 甲: 乙\n'],
    ['a bad indent', '年度数据:\n    2025: {}\n  2024: {}\n'],
    ['control characters', '企业名称: \u0007\u001b[31m甲\n备注: "\\x00"\n}'],
    ['a tag of another language', '企业名称: !!js/function "x"\n}: 1\n'],
    ['a percent sign at the start', '%YAML 9.9\n企业名称: 甲\n}'],
  ])('%s is refused with a line', (_name, text) => {
    const [error] = refused(() => read(text));
    expect(error?.where?.line).toBeGreaterThanOrEqual(1);
    expect(error?.severity).toBe('error');
  });

  it('with very many faults reports only the first ones', () => {
    const text = Array.from({ length: 500 }, () => '企业名称: 甲').join('\n');
    expect(refused(() => read(text)).length).toBeLessThanOrEqual(20);
  });

  it('a map as a key is an unknown field', () => {
    expect(refused(() => read('? {a: 1}\n: 2\n')).length).toBeGreaterThan(0);
  });
});
