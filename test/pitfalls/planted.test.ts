import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { asList, json, tempFolder, zjtx } from '../cli/support.ts';
import { changed, DAY, GIANT } from './support.ts';

const planted = changed(parse(readFileSync('test/pitfalls/planted.yaml', 'utf8')));

it('all ten planted pitfalls are caught, ten of ten, through the command line', () => {
  const file = join(tempFolder(), '企业.yaml');
  writeFileSync(file, stringify(planted));
  const run = zjtx(['check', file, '-p', GIANT, '--as-of', DAY, '--json']);
  expect(run.code).toBe(1);
  const pitfalls = asList(json(run).pitfalls);
  const topics = new Set(pitfalls.map((item) => String(item.code).split('.')[0]));
  expect([...topics].filter((code) => code?.startsWith('P')).sort()).toEqual([
    'P01',
    'P02',
    'P03',
    'P04',
    'P05',
    'P06',
    'P07',
    'P08',
    'P09',
    'P10',
  ]);
  for (const item of pitfalls) {
    expect(item.why).not.toBe('');
    expect(item.fix).not.toBe('');
    expect(item.citation).not.toBe('');
  }
});

it('says the threshold of the edition and its clause, not those of the course', () => {
  const file = join(tempFolder(), '企业.yaml');
  writeFileSync(file, stringify(planted));
  const run = zjtx(['check', file, '-p', GIANT, '--as-of', DAY, '--json']);
  const debt = asList(json(run).pitfalls).find((item) => item.code === 'P07.1');
  expect(debt).toMatchObject({
    severity: 'veto',
    basis: 'rule',
    message: '不符合“上年末资产负债率不高于75%”，实际2025年 81%',
    citation: '工信部企业〔2026〕2号 附件2 第二项',
    programmes: [GIANT],
  });
});
