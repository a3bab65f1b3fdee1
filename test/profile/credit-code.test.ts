import { describe, expect, it } from 'vitest';
import { read } from './support.ts';

const findings = (code: string) => read(`统一社会信用代码: ${code}`).diagnostics;

describe('统一社会信用代码 (GB 32100-2015)', () => {
  it.each(['91350100M000100Y43', '91110000600001760P', '91440300708461136T'])(
    '%s has a right check digit',
    (code) => {
      const wrong = findings(code).filter((item) => !item.message.includes('组织机构代码'));
      expect(wrong).toEqual([]);
    },
  );

  it('takes small letters, full-width digits and spaces around', () => {
    expect(findings('" 91440300708461136t "')).toEqual([]);
    expect(findings('９１４４０３００７０８４６１１３６T')).toEqual([]);
  });

  it.each([
    ['91350100M000100Y44', '末位校验码不对'],
    ['91110000600001760Q', '末位校验码不对'],
    ['91440300708461137T', '末位校验码不对'],
    ['19440300708461136T', '末位校验码不对'],
    ['91350100M000I00Y43', '不允许的字符'],
    ['91350100MO00100Y43', '不允许的字符'],
    ['9144030070846113ST', '不允许的字符'],
    ['9135010000100Y43', '应为18位'],
    ['91440300708461136', '应为18位'],
    ['914403007084611360T', '应为18位'],
  ])('%s: %s', (code, words) => {
    const [finding, ...more] = findings(code);
    expect(finding).toMatchObject({ code: 'W140', severity: 'warning', where: { line: 1, column: 11 } });
    expect(finding?.message).toContain(words);
    expect(more).toEqual([]);
  });

  it('only warns, it never stops the reading', () => {
    expect(read('统一社会信用代码: 123').profile.single.get('creditCode')?.value).toBe('123');
  });

  it('is not asked for', () => {
    expect(read('企业名称: 甲').diagnostics).toEqual([]);
  });
});
