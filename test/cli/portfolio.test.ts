import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DAY, tempFolder, zjtx } from './support.ts';

it('screen --format html writes one page with every company and the notice first', () => {
  const path = join(tempFolder(), '名单.html');
  const run = zjtx(['screen', 'profiles/客户名单示例.xlsx', ...DAY, '--out', path]);
  expect(run.code).toBe(0);
  const page = readFileSync(path, 'utf8');
  expect(page.startsWith('<!DOCTYPE html>')).toBe(true);
  expect(page.indexOf('不得借助第三方机构申请')).toBeLessThan(page.indexOf('<main>'));
  expect(page.match(/<th scope="row">示例/g)).toHaveLength(30);
  expect(page).not.toMatch(/https?:|\ssrc=/);
});
